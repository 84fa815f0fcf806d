package org.rnn4knime.nodes.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knime.core.data.BooleanValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.rnn4knime.engine.model.Baseline;
import org.rnn4knime.engine.model.ClippingSettings;
import org.rnn4knime.engine.model.ClippingType;
import org.rnn4knime.engine.model.Comparison;
import org.rnn4knime.engine.model.EpochRecord;
import org.rnn4knime.engine.model.EpochRecord.GradientNorms;
import org.rnn4knime.engine.model.LearningRateSettings;
import org.rnn4knime.engine.model.MetricType;
import org.rnn4knime.engine.model.RnnModel;
import org.rnn4knime.engine.model.TrainedNetwork;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.nodes.testing.Settings;
import org.rnn4knime.nodes.testing.SmallModel;
import org.rnn4knime.nodes.testing.TestCells;
import org.rnn4knime.nodes.testing.TestTable;
import org.rnn4knime.nodes.testing.Weather;

class HistoryTableTest {

    private static Settings forecast(final String... features) {
        return Settings.of(SmallModel.of(SequenceLayout.ROWS, Scope.FUTURE, "rain", features));
    }

    private static Settings labels() {
        return Settings.of(SmallModel.of(SequenceLayout.ROWS, Scope.STEP, "sky", "rain"));
    }

    @Test
    void hasTheseColumns() {
        final var spec = HistoryTable.spec(new HistoryColumns(List.of("recurrent 1", "output"), true, false));

        assertEquals(
                List.of(
                        "Network",
                        "Epoch",
                        "Training loss",
                        "Validation loss",
                        "Validation RMSE",
                        "Baseline RMSE",
                        "Learning rate",
                        "Gradient norm",
                        "Clipped gradient norm",
                        "Clipped steps",
                        "Gradient norm (recurrent 1)",
                        "Gradient norm (output)",
                        "Best epoch",
                        "Duration (ms)"),
                List.of(spec.getColumnNames()));
        assertEquals(IntCell.TYPE, spec.getColumnSpec("Network").getType());
        assertEquals(IntCell.TYPE, spec.getColumnSpec("Epoch").getType());
        assertEquals(BooleanCell.TYPE, spec.getColumnSpec("Best epoch").getType());
        assertEquals(LongCell.TYPE, spec.getColumnSpec("Duration (ms)").getType());
        assertTrue(IntStream.range(2, 12)
                .allMatch(column -> spec.getColumnSpec(column).getType().equals(DoubleCell.TYPE)));
    }

    @ParameterizedTest
    @CsvSource({
        "true, true, Validation accuracy, Baseline accuracy",
        "true, false, Validation RMSE, Baseline RMSE",
        "false, true, Training accuracy, Baseline accuracy",
        "false, false, Training RMSE, Baseline RMSE"
    })
    void namesWhatIsMeasuredAndOnWhat(
            final boolean isHeldBack, final boolean hasClasses, final String metric, final String baseline) {
        final var spec = HistoryTable.spec(new HistoryColumns(List.of(), isHeldBack, hasClasses));

        assertEquals(metric, spec.getColumnSpec(4).getName());
        assertEquals(baseline, spec.getColumnSpec(5).getName());
    }

    @Test
    void hasOneRowAnEpochOfEachNetwork() throws CanceledExecutionException {
        final var settings = forecast().networks(2).holdingBack(0.25);
        final var model = settings.train(Weather.table());

        final var table = table(settings, model);

        assertEquals(List.of("1", "1", "1", "2", "2", "2"), TestTable.texts(table, "Network"));
        assertEquals(List.of("1", "2", "3", "1", "2", "3"), TestTable.texts(table, "Epoch"));
        for (var row = 0; row < 6; row++) {
            final var record = model.networks().get(row / 3).history().get(row % 3);
            assertEquals(record.trainingLoss(), numbers(table, "Training loss").get(row));
            assertEquals(
                    record.validationLoss().orElseThrow(),
                    numbers(table, "Validation loss").get(row));
            assertEquals(0.01, numbers(table, "Learning rate").get(row));
            assertEquals(
                    Long.toString(record.durationMillis()),
                    TestTable.texts(table, "Duration (ms)").get(row));
        }
        final var losses = numbers(table, "Training loss");
        assertFalse(losses.subList(0, 3).equals(losses.subList(3, 6)), losses::toString);
    }

    @Test
    void hasNoValidationLossWhereNothingIsHeldBack() throws CanceledExecutionException {
        final var table = table(labels(), labels().train(Weather.table()));

        assertEquals(List.of("?", "?", "?"), TestTable.texts(table, "Validation loss"));
        assertFalse(TestTable.texts(table, "Training loss").contains("?"));
    }

    /** All windows are one batch, so that norms are no means. */
    @Test
    void splitsTheGradientUpByLayers() throws CanceledExecutionException {
        final var settings = forecast("sky").mostOneHot(1);
        final var table = table(settings, settings.train(Weather.table()));

        final var wholes = numbers(table, "Gradient norm");
        for (var row = 0; row < 3; row++) {
            var squares = 0.0;
            for (final var layer : List.of("embedding", "recurrent 1", "output")) {
                final var norm = numbers(table, "Gradient norm (" + layer + ")").get(row);
                assertTrue(norm > 0, layer);
                squares += norm * norm;
            }
            assertEquals(wholes.get(row), Math.sqrt(squares), wholes.get(row) * 1e-5);
        }
    }

    @Test
    void tellsHowMuchOfTheGradientIsLeftAfterClipping() throws CanceledExecutionException {
        final var clipped = forecast().clipping(new ClippingSettings(ClippingType.GLOBAL_NORM, 1e-3));
        final var whole = forecast().clipping(new ClippingSettings(ClippingType.GLOBAL_NORM, 1e5));

        final var cut = table(clipped, clipped.train(Weather.table()));
        final var kept = table(whole, whole.train(Weather.table()));

        assertEquals(List.of("1.0", "1.0", "1.0"), TestTable.texts(cut, "Clipped steps"));
        numbers(cut, "Clipped gradient norm").forEach(norm -> assertEquals(1e-3, norm, 1e-8));
        numbers(cut, "Gradient norm").forEach(norm -> assertTrue(norm > 1e-3));
        assertEquals(List.of("0.0", "0.0", "0.0"), TestTable.texts(kept, "Clipped steps"));
        assertEquals(numbers(kept, "Gradient norm"), numbers(kept, "Clipped gradient norm"));
    }

    @Test
    void leavesTheEmbeddingBlankWhereTextIsReadAsOneHotVectors() throws CanceledExecutionException {
        final var settings = forecast("sky");
        final var table = table(settings, settings.train(Weather.table()));

        assertEquals(
                "Gradient norm (embedding)",
                table.getDataTableSpec().getColumnSpec(10).getName());
        assertEquals(List.of("?", "?", "?"), TestTable.texts(table, "Gradient norm (embedding)"));
        assertFalse(TestTable.texts(table, "Gradient norm (recurrent 1)").contains("?"));
        assertFalse(TestTable.texts(table, "Gradient norm (output)").contains("?"));
    }

    @Test
    void marksTheBestEpochOfEachNetworkOfATrainingThatEndedEarly() throws CanceledExecutionException {
        final var settings = forecast()
                .networks(2)
                .holdingBack(0.5)
                .epochs(100)
                .patience(2)
                .learningRate(LearningRateSettings.constant(0.3));
        final var model = settings.train(Weather.table());
        final var table = table(settings, model);

        final var marks = TestTable.cells(table, "Best epoch").stream()
                .map(cell -> ((BooleanValue) cell).getBooleanValue())
                .toList();
        assertEquals(2, Collections.frequency(marks, true));
        assertTrue(marks.size() < 200, "ended early");
        final var losses = numbers(table, "Validation loss");
        final var networks = TestTable.texts(table, "Network");
        for (final var network : List.of("1", "2")) {
            final var from = networks.indexOf(network);
            final var to = networks.lastIndexOf(network) + 1;
            final var best = losses.indexOf(Collections.min(losses.subList(from, to)));
            assertTrue(marks.get(best), () -> "epoch " + (best - from + 1) + " of network " + network);
            assertEquals(2, to - 1 - best);
        }
    }

    @Test
    void repeatsTheBaselineInEachRow() throws CanceledExecutionException {
        final var settings = forecast().holdingBack(0.25);
        final var model = settings.train(Weather.table());
        final var baseline = Baseline.of(Baseline.Kind.MEAN, 2.5);
        final var heldBack = Optional.of(new Comparison(MetricType.RMSE, 1.5, baseline, true));
        final var learned = Optional.of(new Comparison(MetricType.RMSE, 1.5, baseline, false));

        assertEquals(
                List.of("2.5", "2.5", "2.5"),
                TestTable.texts(table(settings, model.withComparison(heldBack)), "Baseline RMSE"));
        assertEquals(
                List.of("?", "?", "?"),
                TestTable.texts(table(settings, model.withComparison(learned)), "Baseline RMSE"));
        assertEquals(
                List.of("?", "?", "?"),
                TestTable.texts(table(settings, model.withComparison(Optional.empty())), "Baseline RMSE"));
    }

    /** A training that goes on may have been measured by something else before, or by nothing. */
    @Test
    void showsTheMetricOfWhatTheColumnTellsOfAlone() throws CanceledExecutionException {
        final var model = forecast().train(Weather.table());
        final var measured = withHistory(
                model,
                epoch(1, OptionalDouble.empty(), OptionalDouble.of(0.5)),
                epoch(2, OptionalDouble.of(0.1), OptionalDouble.of(0.75)),
                epoch(3, OptionalDouble.empty(), OptionalDouble.empty()));

        assertEquals(
                List.of("?", "0.75", "?"),
                TestTable.texts(table(forecast().holdingBack(0.25), measured), "Validation RMSE"));
        assertEquals(List.of("0.5", "?", "?"), TestTable.texts(table(forecast(), measured), "Training RMSE"));
    }

    @Test
    void leavesALossThatIsNoNumberBlank() throws CanceledExecutionException {
        final var model = withHistory(
                forecast().train(Weather.table()),
                new EpochRecord(
                        1,
                        Double.NaN,
                        OptionalDouble.of(Double.NaN),
                        OptionalDouble.of(Double.NaN),
                        0.01,
                        new GradientNorms(Double.NaN, Double.NaN, 0, List.of(Double.NaN, 1.0)),
                        7));

        final var table = table(forecast().holdingBack(0.25), model);

        for (final var column : List.of(
                "Training loss",
                "Validation loss",
                "Validation RMSE",
                "Gradient norm",
                "Clipped gradient norm",
                "Gradient norm (recurrent 1)")) {
            assertEquals(List.of("?"), TestTable.texts(table, column), column);
        }
        assertEquals(List.of("1.0"), TestTable.texts(table, "Gradient norm (output)"));
        assertEquals(List.of("7"), TestTable.texts(table, "Duration (ms)"));
    }

    private static EpochRecord epoch(
            final int epoch, final OptionalDouble validationLoss, final OptionalDouble metric) {
        return new EpochRecord(
                epoch, 0.2, validationLoss, metric, 0.01, new GradientNorms(5, 5, 0, List.of(3.0, 4.0)), 1);
    }

    private static RnnModel withHistory(final RnnModel model, final EpochRecord... history) {
        final var network = model.networks().get(0);
        return model.withNetworks(List.of(
                new TrainedNetwork(network.parameters(), List.of(history), 1, network.reach(), network.state())));
    }

    private static BufferedDataTable table(final Settings settings, final RnnModel model)
            throws CanceledExecutionException {
        final var columns = HistoryColumns.of(settings.get(), Weather.table().spec(), false);
        final var table = HistoryTable.create(model, columns, TestTable.context());
        assertEquals(
                List.of(HistoryTable.spec(columns).getColumnNames()),
                List.of(table.getDataTableSpec().getColumnNames()));
        return table;
    }

    private static List<Double> numbers(final BufferedDataTable table, final String column) {
        return TestTable.cells(table, column).stream()
                .map((final DataCell cell) -> TestCells.number(cell))
                .toList();
    }
}
