package org.rnn4knime.nodes.learner;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.rnn4knime.engine.model.RnnModel;
import org.rnn4knime.engine.network.CellType;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.nodes.port.RnnModelPortObject;
import org.rnn4knime.nodes.testing.SmallModel;
import org.rnn4knime.nodes.testing.TestModel;
import org.rnn4knime.nodes.testing.TestNode;
import org.rnn4knime.nodes.testing.TestTable;

/** Goes on with the training of a model, with and without a table to be measured by. */
class RnnLearnerContinueTest {

    private static final String MODEL = "Model to continue";

    private static final String VALIDATION = "Validation data";

    private final BufferedDataTable m_airline = TestTable.airline(0, 60);

    private final BufferedDataTable m_later = TestTable.airline(60, 100);

    @ParameterizedTest
    @CsvSource({"1, false", "1, true", "3, false", "3, true"})
    void learnsTheSameInTwoTrainingsAsInOne(final int networks, final boolean isValidated)
            throws InvalidSettingsException {
        final var validation = isValidated ? new PortObject[] {m_later} : new PortObject[0];
        final var once = train(learner(4, networks, ports(isValidated)), inputs(validation));

        final var first = train(learner(2, networks, ports(isValidated)), inputs(validation));
        final var continued = learner(2, 1, ports(isValidated, MODEL));
        final var second = train(continued, inputs(validation, first));

        assertEquals(networks, second.model().networks().size());
        for (int number = 0; number < networks; number++) {
            final var expected = once.model().networks().get(number);
            final var network = second.model().networks().get(number);
            assertArrayEquals(expected.parameters(), network.parameters());
            assertEquals(losses(once.model(), number), losses(second.model(), number));
            assertEquals(4, network.state().epochs());
        }
        assertEquals(once.model().encoders(), second.model().encoders());
        assertEquals(once.getSpec(), second.getSpec());
        assertEquals(
                isValidated,
                !TestTable.texts(continued.table(1), "Validation loss").contains("?"));
    }

    private static List<String> losses(final RnnModel model, final int network) {
        return model.networks().get(network).history().stream()
                .map(epoch -> epoch.epoch() + " " + epoch.trainingLoss() + " " + epoch.validationLoss())
                .toList();
    }

    @Test
    void beginsAnewWithAFreshOptimizer() throws InvalidSettingsException {
        final var first = train(learner(2, 1), m_airline);

        final var kept = train(learner(2, 1, MODEL), m_airline, first);
        final var fresh = train(
                learner(2, 1, MODEL).change("training", training -> training.addString("continueWith", "FRESH")),
                m_airline,
                first);

        assertFalse(Arrays.equals(TestModel.parameters(kept.model()), TestModel.parameters(fresh.model())));
        assertFalse(Arrays.equals(TestModel.parameters(first.model()), TestModel.parameters(fresh.model())));
    }

    @Test
    void leavesTheModelThatItContinuesAsItIs() throws InvalidSettingsException {
        final var first = train(learner(2, 1), m_airline);
        final var before = TestModel.parameters(first.model()).clone();

        train(learner(2, 1, MODEL), m_airline, first);

        assertArrayEquals(before, TestModel.parameters(first.model()));
    }

    @Test
    void changesNothingButTheTraining() throws InvalidSettingsException {
        final var first = train(
                learner(2, 1).change("sequences", sequences -> sequences.addString("normalization", "MIN_MAX")),
                m_airline);
        final var learner = learner(3, 7, MODEL)
                .change("network", network -> network.addString("cellType", "ELMAN"))
                .change("sequences", sequences -> sequences.addInt("sequenceLength", 3))
                .change("data", data -> data.addString("targetColumn", "nonsense"))
                .change("training", training -> training.addDouble("learningRate", 0.5));

        final var second = train(learner, m_airline, first).model().settings();

        final var expected = first.model().settings();
        assertEquals(expected.data(), second.data());
        assertEquals(expected.sequences(), second.sequences());
        assertEquals(expected.encoding(), second.encoding());
        assertEquals(expected.network(), second.network());
        assertEquals(3, second.training().epochs());
        assertEquals(0.5, second.training().learningRate().rate());
        assertEquals(1, second.training().numNetworks());
    }

    @Test
    void learnsFromNewRowsByTheNormalizationOfTheModel() throws InvalidSettingsException {
        final var first = train(learner(2, 1), m_airline);

        final var second = train(learner(1, 1, MODEL), m_later, first);

        assertEquals(first.model().encoders(), second.model().encoders());
        assertEquals(40, second.model().provenance().rows());
        assertFalse(Arrays.equals(TestModel.parameters(first.model()), TestModel.parameters(second.model())));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void knowsTheSpecOfTheModelBeforeItRuns(final boolean isValidated) {
        final var table = TestTable.airlineSpec();
        final var model =
                SmallModel.of(SequenceLayout.ROWS, Scope.FUTURE, "passengers").spec(table);
        final var node = new TestNode(new RnnLearnerNodeFactory(), ports(isValidated, MODEL));

        assertTrue(isValidated ? node.configure(table, table, model) : node.configure(table, model), node::message);

        assertEquals(model, node.spec(0));
        assertEquals("Network", ((DataTableSpec) node.spec(1)).getColumnNames()[0]);
    }

    @Test
    void tellsTheTwoOptionalPortsApart() throws InvalidSettingsException {
        final var validated =
                train(learner(1, 1, VALIDATION), m_airline, m_later).model();
        final var plain = train(learner(1, 1), m_airline).model();

        assertNotEquals(0, validated.provenance().validationWindows());
        assertEquals(0, plain.provenance().validationWindows());
        assertArrayEquals(TestModel.parameters(plain), TestModel.parameters(validated));
    }

    @Test
    void namesAColumnOfTheModelThatTheTableLacks() {
        final var table = TestTable.column("sales", IntCell.TYPE).spec();
        final var model =
                SmallModel.of(SequenceLayout.ROWS, Scope.FUTURE, "passengers").spec(TestTable.airlineSpec());
        final var node = new TestNode(new RnnLearnerNodeFactory(), MODEL);

        assertFalse(node.configure(table, model));

        assertEquals(
                "The table \"Training data\" has no column \"passengers\", the model's target column. "
                        + "Add or rename a column, or train a model on such a table.",
                node.message());
    }

    @Test
    void needsTheTargetEvenWhereTheModelDoesNotReadIt() {
        final var training = TestTable.column("heat", IntCell.TYPE).and("state", StringCell.TYPE);
        final var model =
                SmallModel.of(SequenceLayout.ROWS, Scope.STEP, "state", "heat").spec(training.spec());
        final var node = new TestNode(new RnnLearnerNodeFactory(), VALIDATION, MODEL);
        final var lacking = TestTable.column("heat", IntCell.TYPE).spec();

        assertTrue(node.configure(training.spec(), training.spec(), model), node::message);
        assertFalse(node.configure(lacking, training.spec(), model));
        assertTrue(node.message().startsWith("The table \"Training data\" has no column \"state\""), node::message);
        assertFalse(node.configure(training.spec(), lacking, model));
        assertTrue(node.message().startsWith("The table \"Validation data\" has no column \"state\""), node::message);
    }

    @Test
    void namesAColumnOfAnotherKind() {
        final var table = TestTable.column("month", StringCell.TYPE).and("passengers", StringCell.TYPE);
        final var model =
                SmallModel.of(SequenceLayout.ROWS, Scope.FUTURE, "passengers").spec(TestTable.airlineSpec());
        final var node = new TestNode(new RnnLearnerNodeFactory(), MODEL);

        assertFalse(node.configure(table.spec(), model));

        assertTrue(node.message().contains("\"passengers\" of the table \"Training data\" holds text"), node::message);
    }

    @Test
    void refusesAnotherOptimizerUnlessItIsFresh() throws InvalidSettingsException {
        final var first = train(learner(2, 1), m_airline);
        final var learner = learner(2, 1, MODEL).change("training", training -> training.addString("optimizer", "SGD"));

        assertFalse(learner.execute(m_airline, first));
        assertTrue(learner.message().contains("The model was trained with the optimizer ADAM"), learner::message);

        learner.change("training", training -> training.addString("continueWith", "FRESH"));
        assertTrue(learner.execute(m_airline, first), learner::message);
    }

    @Test
    void refusesWhatTheModelCannotDoBeforeItRuns() throws InvalidSettingsException {
        final var table = TestTable.airlineSpec();
        final var model =
                SmallModel.of(SequenceLayout.ROWS, Scope.FUTURE, "passengers").spec(table);
        final var node = new TestNode(new RnnLearnerNodeFactory(), MODEL);
        node.configure(table, model);

        node.change("training", training -> training.addString("classWeights", "BALANCED"));
        assertFalse(node.configure(table, model));
        assertTrue(node.message().contains("\"passengers\" holds numbers"), node::message);

        node.change("training", training -> training.addString("classWeights", "NONE"))
                .change("validation", validation -> validation.addString("validationSplit", "STRATIFIED"));
        assertFalse(node.configure(table, model));

        node.change("validation", validation -> {
            validation.addString("validationSplit", "AUTOMATIC");
            validation.addBoolean("earlyStopping", true);
        });
        assertFalse(node.configure(table, model));
        assertTrue(node.message().startsWith("Early stopping needs a part that is held back"), node::message);
    }

    @Test
    void forcesTheTeacherByTheCellOfTheModel() throws InvalidSettingsException {
        final var lstm = model(CellType.LSTM);
        final var jordan = model(CellType.JORDAN);
        final var learner =
                learner(1, 1, MODEL).change("gradients", gradients -> gradients.addBoolean("teacherForcing", true));

        assertFalse(forced(train(learner, m_airline, lstm)));
        assertTrue(forced(train(learner, m_airline, jordan)));
    }

    private static boolean forced(final RnnModelPortObject model) {
        return model.model().settings().training().backPropagation().teacherForcing();
    }

    private RnnModelPortObject model(final CellType cell) {
        return SmallModel.of(SequenceLayout.ROWS, Scope.FUTURE, "passengers")
                .cell(cell, false)
                .train(m_airline);
    }

    @Test
    void saysWhatOnlyTheNetworkOfTheModelRulesOut() throws InvalidSettingsException {
        final var bidirectional = SmallModel.of(SequenceLayout.ROWS, Scope.FUTURE, "passengers")
                .cell(CellType.GRU, true)
                .train(m_airline);
        final var learner = learner(1, 1, MODEL).change("gradients", gradients -> {
            gradients.addInt("tbpttLength", 2);
            gradients.addBoolean("tbpttLength_is_present", true);
        });

        assertFalse(learner.execute(m_airline, bidirectional));

        assertTrue(learner.message().contains("Truncated back-propagation needs"), learner::message);
    }

    private static String[] ports(final boolean isValidated, final String... others) {
        return Stream.concat(isValidated ? Stream.of(VALIDATION) : Stream.of(), Stream.of(others))
                .toArray(String[]::new);
    }

    private PortObject[] inputs(final PortObject[] validation, final PortObject... others) {
        return Stream.of(Stream.of(m_airline), Stream.of(validation), Stream.of(others))
                .flatMap(objects -> objects)
                .toArray(PortObject[]::new);
    }

    private static TestNode learner(final int epochs, final int networks, final String... ports)
            throws InvalidSettingsException {
        final var node = new TestNode(new RnnLearnerNodeFactory(), ports);
        final var table = TestTable.airlineSpec();
        final var model =
                SmallModel.of(SequenceLayout.ROWS, Scope.FUTURE, "passengers").spec(table);
        node.configure(Stream.concat(Stream.of(table), Stream.of(ports).map(port -> port.equals(MODEL) ? model : table))
                .toArray(PortObjectSpec[]::new));
        return node.change("sequences", sequences -> sequences.addInt("sequenceLength", 12))
                .change("network", network -> network.addInt("hiddenUnits", 4))
                .change("training", training -> {
                    training.addInt("epochs", epochs);
                    training.addInt("numNetworks", networks);
                });
    }

    private static RnnModelPortObject train(final TestNode node, final PortObject... inputs) {
        assertTrue(node.execute(inputs), node::message);
        return (RnnModelPortObject) node.output(0);
    }
}
