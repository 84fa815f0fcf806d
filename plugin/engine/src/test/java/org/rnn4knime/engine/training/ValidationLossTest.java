package org.rnn4knime.engine.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnn4knime.engine.Examples.lists;
import static org.rnn4knime.engine.Examples.numbers;
import static org.rnn4knime.engine.Examples.table;
import static org.rnn4knime.engine.Examples.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rnn4knime.engine.Data;
import org.rnn4knime.engine.Examples;
import org.rnn4knime.engine.Predicted;
import org.rnn4knime.engine.RawSequences;
import org.rnn4knime.engine.Refusals;
import org.rnn4knime.engine.Setup;
import org.rnn4knime.engine.encoding.Normalization;
import org.rnn4knime.engine.encoding.TargetTransform;
import org.rnn4knime.engine.model.RnnModel;
import org.rnn4knime.engine.prediction.Metric;
import org.rnn4knime.engine.prediction.Predictor;
import org.rnn4knime.engine.sequence.NumberColumn;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.engine.sequence.Table;
import org.rnn4knime.engine.sequence.ValidationSplit;

/** The validation loss is the error of the predictions that the model would make of what is held back. */
class ValidationLossTest {

    private static RawSequences raw(final long seed, final boolean isWhole, final boolean isNominal) {
        final var random = new Random(seed);
        final var raw = RawSequences.of(
                IntStream.range(0, 12).map(sequence -> 3 + sequence * 5 % 9).toArray());
        if (!isWhole && isNominal) {
            raw.texts("y", (sequence, step) -> "y" + random.nextInt(3));
        } else if (!isWhole) {
            raw.numbers("y", (sequence, step) -> random.nextGaussian());
        }
        raw.numbers("x", (sequence, step) -> random.nextGaussian());
        if (isWhole) {
            raw.whole(
                    isNominal
                            ? text(
                                    "y",
                                    IntStream.range(0, 12)
                                            .mapToObj(sequence -> "y" + random.nextInt(3))
                                            .toArray(String[]::new))
                            : numbers("y", random.doubles(12).toArray()));
        }
        return raw;
    }

    private static double last(final RnnModel model) {
        return model.networks()
                .get(0)
                .history()
                .get(model.networks().get(0).history().size() - 1)
                .validationLoss()
                .orElseThrow();
    }

    private static double metric(final RnnModel model, final Table table, final String name) {
        return Predictor.predict(model, table).evaluation().stream()
                .filter(metric -> metric.name().equals(name))
                .mapToDouble(Metric::value)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"ROWS, SEQUENCE", "ROWS, STEP", "ROWS, FUTURE", "LISTS, SEQUENCE", "LISTS, STEP", "LISTS, FUTURE"})
    void ofAValidationTableItIsTheErrorOfItsPredictions(final SequenceLayout layout, final Scope scope) {
        for (final boolean isNominal : new boolean[] {false, true}) {
            final var isWhole = scope == Scope.SEQUENCE;
            final var data = Data.of(layout, scope).features("x");
            final var isRows = layout == SequenceLayout.ROWS;
            final var setup = Setup.of(isRows ? data.ids("id").order("t") : data)
                    .normalization(Normalization.NONE)
                    .batchSize(5);
            final var raw = raw(1, isWhole, isNominal);
            final var other = raw(2, isWhole, isNominal);
            final var validation = isRows ? other.rows() : other.lists();
            final var model = Trainer.train(
                            TrainingJob.of(isRows ? raw.rows() : raw.lists(), setup.settings())
                                    .measuredBy(Optional.of(validation)),
                            TrainingListener.NONE)
                    .model();
            final var expected =
                    isNominal ? metric(model, validation, "Log loss") : Math.pow(metric(model, validation, "RMSE"), 2);

            assertEquals(expected, last(model), 1e-5 * Math.max(1, expected));
        }
    }

    @Test
    void ofTheLastPartInTimeItIsTheErrorThere() {
        final var table = Examples.airline(0, 144);
        final var setup = Setup.of(Data.of(SequenceLayout.ROWS, Scope.FUTURE)
                        .target("passengers")
                        .order("month"))
                .normalization(Normalization.MIN_MAX)
                .length(6)
                .validation(ValidationSplit.IN_TIME, 0.25);
        final var model = setup.train(table);
        final var values = Predicted.of(model, table);
        final var truth = ((NumberColumn) table.column("passengers")).values();
        // Minimum and maximum of the part that is learned from.
        final var learned = Arrays.stream(truth).limit(108).summaryStatistics();
        final var expected = IntStream.range(108, 144)
                .mapToDouble(row -> (values[row][0] - truth[row]) / (learned.getMax() - learned.getMin()))
                .map(error -> error * error)
                .average()
                .orElseThrow();

        assertEquals(36, model.provenance().validationWindows());
        assertEquals(expected, last(model), 1e-5);
    }

    @Test
    void ofTheLastStepsOfEachSequenceItIsTheErrorThere() {
        final var raw = raw(1, false, false);
        final var setup = Setup.of(Data.of(SequenceLayout.LISTS, Scope.STEP).features("x"))
                .normalization(Normalization.NONE)
                .validation(ValidationSplit.IN_TIME, 0.4);
        final var model = setup.train(raw.lists());
        final var values = Predicted.of(model, raw.lists());
        final var errors = new ArrayList<Double>();
        for (int sequence = 0; sequence < raw.size(); sequence++) {
            final var held = (int) Math.round(0.4 * raw.length(sequence));
            for (int step = raw.length(sequence) - held; step < raw.length(sequence); step++) {
                errors.add(values[raw.from(sequence) + step][0] - raw.number("y", sequence, step));
            }
        }

        assertEquals(
                errors.stream().mapToDouble(error -> error * error).average().orElseThrow(), last(model), 1e-5);
    }

    private static TrainedModel train(final Table table, final Table validation) {
        final var setup = Setup.of(Data.of(SequenceLayout.LISTS, Scope.STEP).features("x"));
        return Trainer.train(
                TrainingJob.of(table, setup.settings()).measuredBy(Optional.of(validation)), TrainingListener.NONE);
    }

    @Test
    void aValidationTableThatHoldsNothingGivesNoneAndAWarning() {
        final var x = lists("x", new double[] {1, 2}, new double[] {3});
        final var y = lists("y", new double[] {1, 2}, new double[] {3});
        final var warning = List.of("There is no validation loss: the validation table holds nothing to predict.");
        for (final var empty :
                List.of(table(lists("x"), lists("y")), table(lists("x", new double[0]), lists("y", new double[0])))) {
            final var trained = train(table(x, y), empty);
            assertEquals(warning, Examples.warnings(trained));
            assertEquals(
                    OptionalDouble.empty(),
                    trained.model().networks().get(0).history().get(1).validationLoss());
        }
    }

    @Test
    void aValidationTableWithoutTruthGivesNoneAndAWarning() {
        final var x = lists("x", new double[] {1, 2}, new double[] {3});
        final var y = lists("y", new double[] {1, 2}, new double[] {3});
        final var none = lists("y", new double[] {Double.NaN, Double.NaN}, new double[] {Double.NaN});

        final var trained = train(table(x, y), table(x, none));

        assertEquals(
                OptionalDouble.empty(),
                trained.model().networks().get(0).history().get(1).validationLoss());
        assertEquals(
                List.of(
                        "There is no validation loss: the target column \"y\" has no value that was learned anywhere in the"
                                + " part that is held back."),
                Examples.warnings(trained));
    }

    @Test
    void aValidationTableMustHaveTheSameColumnsOfTheSameKinds() {
        final var x = lists("x", new double[] {1, 2}, new double[] {3});
        final var y = lists("y", new double[] {1, 2}, new double[] {3});
        final var words = Examples.textLists("y", new String[] {"a", "b"}, new String[] {"c"});

        assertEquals(
                "The table has no column \"y\". Its columns are \"x\": choose one of them.",
                Refusals.ofData(() -> train(table(x, y), table(x))));
        assertTrue(Refusals.ofData(() -> train(table(x, y), table(x, words)))
                .startsWith("The column \"y\" holds no numbers, but the model was trained with numbers in it."));
    }

    @Test
    void aValidationTableMustHaveALogarithmIfOneIsWanted() {
        final var x = lists("x", new double[] {1, 2}, new double[] {3});
        final var setup = Setup.of(Data.of(SequenceLayout.LISTS, Scope.SEQUENCE).features("x"))
                .transform(new TargetTransform(true, false));

        assertEquals(
                "The logarithm needs targets above 0, but the row \"Row1\" holds 0.0."
                        + " Switch the logarithm off, or shift the target before.",
                Refusals.ofData(() -> Trainer.train(
                        TrainingJob.of(table(x, numbers("y", 1, 2)), setup.settings())
                                .measuredBy(Optional.of(table(x, numbers("y", 1, 0)))),
                        TrainingListener.NONE)));
    }
}
