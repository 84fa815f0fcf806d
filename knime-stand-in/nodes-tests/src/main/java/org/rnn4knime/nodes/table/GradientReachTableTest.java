package org.rnn4knime.nodes.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.rnn4knime.engine.model.GradientReach;
import org.rnn4knime.engine.model.RnnModel;
import org.rnn4knime.engine.model.TrainedNetwork;
import org.rnn4knime.engine.network.Activation;
import org.rnn4knime.engine.network.NetworkSettings;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.nodes.testing.Settings;
import org.rnn4knime.nodes.testing.SmallModel;
import org.rnn4knime.nodes.testing.TestCells;
import org.rnn4knime.nodes.testing.TestTable;
import org.rnn4knime.nodes.testing.Weather;

class GradientReachTableTest {

    private static Settings settings() {
        return Settings.of(
                        SmallModel.of(SequenceLayout.ROWS, Scope.FUTURE, "rain").reading(5))
                .network(one -> new NetworkSettings(
                        one.cellType(), 3, 2, false, Activation.TANH, one.convolution(), one.summary(), 0));
    }

    @Test
    void hasOneRowATimeStepOfAllThatATrainingMeasured() throws CanceledExecutionException {
        final var model = settings().networks(2).epochs(2).train(Weather.table());

        final var table = GradientReachTable.create(model, TestTable.context());

        assertEquals(
                model.networks().stream()
                        .flatMap(network -> network.reach().stream())
                        .flatMap(reach -> reach.layers().stream())
                        .mapToInt(layer -> layer.lags().size())
                        .sum(),
                table.size());
        final var norms = TestTable.cells(table, "Gradient norm");
        final var steps = texts(table, "Time steps back");
        final var relative = texts(table, "Relative to the last step");
        var last = 0.0;
        for (var row = 0; row < norms.size(); row++) {
            final var norm = TestCells.number(norms.get(row));
            last = steps.get(row).equals("0") ? norm : last;
            assertEquals(norm / last, Double.parseDouble(relative.get(row)), 1e-12);
        }
    }

    @Test
    void countsTheNetworksAndCallsTheLayersByTheirNames() throws CanceledExecutionException {
        final var model = withReach(
                List.of(GradientReach.of(1, List.of(new double[] {4, 2, 1}, new double[] {8, 8}))),
                List.of(GradientReach.of(5, List.of(new double[] {3})), GradientReach.of(7, List.of(new double[] {2
                }))));

        final var table = GradientReachTable.create(model, TestTable.context());

        assertEquals(List.of("1", "1", "1", "1", "1", "2", "2"), texts(table, "Network"));
        assertEquals(List.of("1", "1", "1", "1", "1", "5", "7"), texts(table, "Epoch"));
        assertEquals(
                List.of(
                        "recurrent 1",
                        "recurrent 1",
                        "recurrent 1",
                        "recurrent 2",
                        "recurrent 2",
                        "recurrent 1",
                        "recurrent 1"),
                texts(table, "Layer"));
        assertEquals(List.of("0", "1", "2", "0", "1", "0", "0"), texts(table, "Time steps back"));
        assertEquals(List.of("4.0", "2.0", "1.0", "8.0", "8.0", "3.0", "2.0"), texts(table, "Gradient norm"));
        assertEquals(
                List.of("1.0", "0.5", "0.25", "1.0", "1.0", "1.0", "1.0"), texts(table, "Relative to the last step"));
    }

    @Test
    void comparesWithNothingWhereThereIsNoGradientAtTheLastStep() throws CanceledExecutionException {
        final var table = GradientReachTable.create(
                withReach(List.of(GradientReach.of(1, List.of(new double[] {0, 1})))), TestTable.context());

        assertEquals(List.of("?", "?"), texts(table, "Relative to the last step"));
        assertEquals(List.of("0.0", "1.0"), texts(table, "Gradient norm"));
    }

    @Test
    void showsWhatIsTooLargeAsTheLargestNumber() throws CanceledExecutionException {
        final var table = GradientReachTable.create(
                withReach(List.of(GradientReach.of(1, List.of(new double[] {0.1, Double.NaN})))), TestTable.context());

        final var largest = Double.toString(Double.MAX_VALUE);
        assertEquals(List.of("0.1", largest), texts(table, "Gradient norm"));
        assertEquals(List.of("1.0", largest), texts(table, "Relative to the last step"));
    }

    @Test
    void keepsTheGapsOfLongWindows() throws CanceledExecutionException {
        final var norms = new double[1000];
        Arrays.fill(norms, 1);
        final var table =
                GradientReachTable.create(withReach(List.of(GradientReach.of(1, List.of(norms)))), TestTable.context());

        final var steps = texts(table, "Time steps back");
        assertEquals(GradientReach.MOST_LAGS, steps.size());
        assertEquals("999", steps.get(steps.size() - 1));
    }

    @Test
    void isEmptyWhereNothingWasMeasured() throws CanceledExecutionException {
        final var table = GradientReachTable.create(
                withReach(List.of(), List.of(GradientReach.of(1, List.of(new double[0])))), TestTable.context());

        assertEquals(0, table.size());
        assertEquals(
                List.of("Network", "Epoch", "Layer", "Time steps back", "Gradient norm", "Relative to the last step"),
                List.of(table.getDataTableSpec().getColumnNames()));
    }

    @SafeVarargs
    private static RnnModel withReach(final List<GradientReach>... networks) {
        final var model = settings().epochs(1).train(Weather.table());
        final var network = model.networks().get(0);
        return model.withNetworks(Arrays.stream(networks)
                .map(reach -> new TrainedNetwork(
                        network.parameters(), network.history(), network.bestEpoch(), reach, network.state()))
                .toList());
    }

    private static List<String> texts(final BufferedDataTable table, final String column) {
        return TestTable.texts(table, column);
    }
}
