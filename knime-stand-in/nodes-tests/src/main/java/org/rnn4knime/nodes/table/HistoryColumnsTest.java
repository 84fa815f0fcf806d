package org.rnn4knime.nodes.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.data.def.StringCell;
import org.rnn4knime.engine.model.RnnSettings;
import org.rnn4knime.engine.network.Activation;
import org.rnn4knime.engine.network.CellType;
import org.rnn4knime.engine.network.Convolution;
import org.rnn4knime.engine.network.LayerSummary;
import org.rnn4knime.engine.network.NetworkSettings;
import org.rnn4knime.engine.network.NetworkSummary;
import org.rnn4knime.engine.network.Summary;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.nodes.testing.Settings;
import org.rnn4knime.nodes.testing.SmallModel;
import org.rnn4knime.nodes.testing.TestCells;
import org.rnn4knime.nodes.testing.TestTable;
import org.rnn4knime.nodes.testing.Weather;

class HistoryColumnsTest {

    static Stream<Arguments> networks() {
        final var pooled = Optional.of(new Convolution(2, 2, 2));
        final var plain = Optional.of(new Convolution(2, 2, 1));
        return Stream.of(
                network(Scope.SEQUENCE, CellType.LSTM, 1, false, Optional.empty(), Summary.LAST, 0),
                network(Scope.SEQUENCE, CellType.GRU, 3, true, Optional.empty(), Summary.ATTENTION, 0.5),
                network(Scope.SEQUENCE, CellType.ELMAN, 2, false, pooled, Summary.MEAN, 0.5),
                network(Scope.SEQUENCE, CellType.JORDAN, 2, true, pooled, Summary.ATTENTION, 0),
                network(Scope.STEP, CellType.GRU, 2, true, plain, Summary.ATTENTION, 0.5),
                network(Scope.STEP, CellType.JORDAN, 1, true, Optional.empty(), Summary.LAST, 0),
                network(Scope.FUTURE, CellType.GRU, 1, false, Optional.empty(), Summary.ATTENTION, 0),
                network(Scope.FUTURE, CellType.JORDAN, 2, false, Optional.empty(), Summary.LAST, 0),
                network(Scope.FUTURE, CellType.ELMAN, 1, true, pooled, Summary.MAX, 0));
    }

    private static Arguments network(
            final Scope predict,
            final CellType cell,
            final int layers,
            final boolean bidirectional,
            final Optional<Convolution> convolution,
            final Summary summary,
            final double dropout) {
        return Arguments.of(
                predict,
                new NetworkSettings(cell, 3, layers, bidirectional, Activation.TANH, convolution, summary, dropout));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void knowsTheLayersOfEveryNetworkBeforeItIsTrained(final Scope predict, final NetworkSettings network) {
        final var features = predict == Scope.FUTURE ? new String[0] : new String[] {"wet"};
        final var settings = Settings.of(SmallModel.of(SequenceLayout.ROWS, predict, "rain", features)
                        .reading(4))
                .network(before -> network)
                .epochs(1);

        final var model = settings.train(Weather.table());

        assertEquals(
                NetworkSummary.of(model.plan()).stream()
                        .filter(layer -> !layer.weights().isEmpty())
                        .map(LayerSummary::name)
                        .toList(),
                columns(settings.get()).layers());
        assertEquals(
                columns(settings.get()).layers().size(),
                model.networks().get(0).history().get(0).gradient().layers().size());
    }

    @ParameterizedTest
    @CsvSource({
        "SEQUENCE, rain, wet, 32, false",
        "SEQUENCE, sky, rain, 0, false",
        "SEQUENCE, rain, sky, 32, true",
        "STEP, wet, rain, 0, false",
        "STEP, rain, wet, 0, false",
        "STEP, wet, sky, 32, true",
        "FUTURE, rain, wet, 0, false",
        "FUTURE, rain, sky, 32, true",
        "FUTURE, sky, rain, 32, true",
        "FUTURE, wet, rain, 2, false",
        "FUTURE, wet, rain, 1, true"
    })
    void hasAnEmbeddingWhereTheDataCouldHoldOne(
            final Scope predict,
            final String target,
            final String feature,
            final int mostOneHot,
            final boolean hasEmbedding) {
        final var settings = Settings.of(SmallModel.of(SequenceLayout.ROWS, predict, target, feature))
                .mostOneHot(mostOneHot);

        final var layers = columns(settings.get()).layers();

        assertEquals(hasEmbedding, layers.get(0).equals("embedding"), layers::toString);
        final var trained =
                HistoryColumns.layers(settings.train(Weather.table()).plan());
        assertTrue(layers.containsAll(trained), trained::toString);
    }

    @Test
    void hasAnEmbeddingForTexts() {
        final var table = TestTable.column("text", StringCell.TYPE).row(TestCells.text("abc"));
        final var settings =
                SmallModel.of(SequenceLayout.TEXT, Scope.FUTURE, "text").settings();

        final var columns = HistoryColumns.of(settings, table.spec(), false);

        assertEquals(List.of("embedding", "recurrent 1", "output"), columns.layers());
        assertTrue(columns.hasClasses());
    }

    @Test
    void readsListsAndStepColumnsByWhatTheyHold() {
        final var lists = TestTable.column("words", TestCells.TEXTS).and("numbers", TestCells.NUMBERS);
        final var steps = TestTable.column("1", StringCell.TYPE).and("2", StringCell.TYPE);

        final var ofWords = SmallModel.of(SequenceLayout.LISTS, Scope.STEP, "numbers", "words")
                .settings();
        final var ofNumbers = SmallModel.of(SequenceLayout.LISTS, Scope.STEP, "words", "numbers")
                .settings();
        final var ofSteps = SmallModel.of(SequenceLayout.COLUMNS, Scope.FUTURE, "", "1", "2")
                .settings();

        assertEquals(
                new HistoryColumns(List.of("embedding", "recurrent 1", "output"), false, false),
                HistoryColumns.of(ofWords, lists.spec(), false));
        assertEquals(
                new HistoryColumns(List.of("recurrent 1", "output"), false, true),
                HistoryColumns.of(ofNumbers, lists.spec(), false));
        assertEquals(
                new HistoryColumns(List.of("embedding", "recurrent 1", "output"), true, true),
                HistoryColumns.of(ofSteps, steps.spec(), true));
    }

    @ParameterizedTest
    @CsvSource({"0, false, false", "0, true, true", "0.2, false, true", "0.2, true, true"})
    void knowsWhetherSomethingIsHeldBack(final double fraction, final boolean hasTable, final boolean isHeldBack) {
        final var settings = Settings.of(SmallModel.of(SequenceLayout.ROWS, Scope.STEP, "sky", "rain"))
                .holdingBack(fraction)
                .get();

        assertEquals(
                isHeldBack,
                HistoryColumns.of(settings, Weather.table().spec(), hasTable).isHeldBack());
    }

    @ParameterizedTest
    @CsvSource({"rain, false", "sky, true", "wet, true"})
    void knowsWhetherClassesArePredicted(final String target, final boolean hasClasses) {
        final var feature = target.equals("rain") ? "wet" : "rain";
        final var settings =
                SmallModel.of(SequenceLayout.ROWS, Scope.STEP, target, feature).settings();

        assertEquals(hasClasses, columns(settings).hasClasses());
    }

    @Test
    void namesTheLayersOfANetworkThatIsTooLargeToBeTrained() {
        final UnaryOperator<NetworkSettings> largest = before -> new NetworkSettings(
                CellType.LSTM,
                NetworkSettings.MOST_HIDDEN_UNITS,
                8,
                true,
                Activation.TANH,
                Optional.empty(),
                Summary.LAST,
                0);
        final var settings = Settings.of(SmallModel.of(SequenceLayout.ROWS, Scope.FUTURE, "rain"))
                .network(largest)
                .get();

        assertEquals(9, columns(settings).layers().size());
        assertFalse(columns(settings).layers().contains("embedding"));
    }

    private static HistoryColumns columns(final RnnSettings settings) {
        return HistoryColumns.of(settings, Weather.table().spec(), false);
    }
}
