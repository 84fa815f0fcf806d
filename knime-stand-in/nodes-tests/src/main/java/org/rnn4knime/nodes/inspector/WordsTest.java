package org.rnn4knime.nodes.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.node.NodeDescription.DialogOption;
import org.knime.node.parameters.widget.choices.Label;
import org.rnn4knime.engine.encoding.Normalization;
import org.rnn4knime.engine.encoding.TargetTransform;
import org.rnn4knime.engine.encoding.WindowLevel;
import org.rnn4knime.engine.network.Activation;
import org.rnn4knime.engine.network.CellType;
import org.rnn4knime.engine.network.Convolution;
import org.rnn4knime.engine.network.NetworkSettings;
import org.rnn4knime.engine.network.Summary;
import org.rnn4knime.engine.sequence.BeyondMaximum;
import org.rnn4knime.engine.sequence.Boundary;
import org.rnn4knime.engine.sequence.ForecastMode;
import org.rnn4knime.engine.sequence.MissingValues;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.engine.sequence.Tokens;
import org.rnn4knime.engine.sequence.UnknownValues;
import org.rnn4knime.engine.sequence.ValidationSplit;
import org.rnn4knime.nodes.learner.RnnLearnerNodeFactory;
import org.rnn4knime.nodes.table.TrainingRecordTable.Entry;
import org.rnn4knime.nodes.testing.TestNode;
import org.rnn4knime.nodes.testing.TextModel;

/** What the tables call things: as the dialog of the learner does. */
class WordsTest {

    static Stream<Arguments> choices() {
        return Stream.of(
                choice("LayoutChoice", SequenceLayout.values(), Words::of),
                choice("PredictChoice", Scope.values(), Words::of),
                choice("TokensChoice", Tokens.values(), Words::of),
                choice("MissingValuesChoice", MissingValues.values(), Words::of),
                choice("UnknownValuesChoice", UnknownValues.values(), Words::of),
                choice("BeyondMaximumChoice", BeyondMaximum.values(), Words::of),
                choice("ForecastModeChoice", ForecastMode.values(), Words::of),
                choice("NormalizationChoice", Normalization.values(), Words::of),
                choice("WindowLevelChoice", WindowLevel.values(), Words::of),
                choice("CellTypeChoice", CellType.values(), Words::of),
                choice("ActivationChoice", Activation.values(), Words::of),
                choice("SummaryChoice", Summary.values(), Words::of),
                choice("ValidationSplitChoice", ValidationSplit.values(), Words::of));
    }

    private static <E extends Enum<E>> Arguments choice(
            final String name, final E[] constants, final Function<E, String> words) {
        return Arguments.of(
                name, Arrays.stream(constants).collect(Collectors.toMap(constant -> constant.name(), words)));
    }

    @ParameterizedTest
    @MethodSource("choices")
    void callsEachChoiceAsTheDialogDoes(final String choice, final Map<String, String> words)
            throws ReflectiveOperationException {
        final var type = Class.forName("org.rnn4knime.nodes.learner." + choice);

        for (final var name : words.keySet()) {
            assertEquals(type.getField(name).getAnnotation(Label.class).value(), words.get(name));
        }
    }

    /** Those that the dialog does not show yet have the names under which it will. */
    @Test
    void callsEachSettingAsTheDialogDoes() {
        final var titles = new TestNode(new RnnLearnerNodeFactory())
                .description().getDialogOptionGroups().stream()
                        .flatMap(group -> group.getOptions().stream())
                        .map(DialogOption::getName)
                        .collect(Collectors.toSet());
        titles.addAll(List.of(
                "Optimizer",
                "Find the learning rate",
                "Schedule",
                "Class weights",
                "Number of networks",
                "Gradient clipping",
                "Teacher forcing",
                "Early stopping"));
        final var jordan = new NetworkSettings(
                CellType.JORDAN, 2, 1, false, Activation.RELU, Optional.of(new Convolution(2, 2, 1)), Summary.LAST, 0);
        final var models = Stream.of(
                TextModel.of("ab").model(),
                new WeatherModel()
                        .transform(new TargetTransform(false, false, Optional.of(2), WindowLevel.LAST))
                        .holdingBack(0.2)
                        .train(),
                new WeatherModel().network(jordan).predicting(Scope.STEP, "sky").train());

        models.flatMap(model -> new SettingEntries(model).all().stream())
                .map(Entry::name)
                .forEach(name -> assertTrue(titles.contains(name), name));
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "a,a",
                "' ',(space)",
                "'\t',(character tabulation)",
                "'  ','(space, space)'",
                "' a', a",
                "\u200D,(zero width joiner)"
            })
    void callsInvisibleSymbolsByTheirNames(final String symbol, final String words) {
        assertEquals(words, SymbolWords.of(symbol));
    }

    @Test
    void callsTheBoundaryOfATextByWhatItMeans() {
        assertEquals("(start or end of text)", SymbolWords.of(Boundary.SYMBOL));
    }
}
