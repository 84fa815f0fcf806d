package org.rnn4knime.nodes.learner;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.knime.core.data.DataCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.rnn4knime.engine.model.RnnModel;
import org.rnn4knime.nodes.port.RnnModelPortObject;
import org.rnn4knime.nodes.testing.TestModel;
import org.rnn4knime.nodes.testing.TestNode;
import org.rnn4knime.nodes.testing.TestTable;

/** What the sections about training do to a whole node. */
class RnnLearnerTrainingTest {

    private final BufferedDataTable m_airline = TestTable.airline(0, 60);

    @Test
    void refusesEarlyStoppingWithoutAnythingToMeasureByBeforeItRuns() throws InvalidSettingsException {
        final var spec = m_airline.getDataTableSpec();
        final var learner = TestModel.learner(m_airline, 12)
                .change("validation", validation -> validation.addBoolean("earlyStopping", true));

        assertFalse(learner.configure(spec));
        assertEquals(
                "Early stopping needs a part that is held back from learning, but the validation fraction is 0. Raise it,"
                        + " for example to 0.2, or connect a table with validation data, or switch early stopping off.",
                learner.message());

        learner.change("validation", validation -> validation.addDouble("validationFraction", 0.2));
        assertTrue(learner.configure(spec), learner::message);
    }

    @Test
    void stopsEarlyByATableToBeMeasuredBy() throws InvalidSettingsException {
        final var learner = new TestNode(new RnnLearnerNodeFactory(), "Validation data");
        learner.configure(m_airline.getDataTableSpec(), m_airline.getDataTableSpec());
        learner.change("sequences", sequences -> sequences.addInt("sequenceLength", 12))
                .change("network", network -> network.addInt("hiddenUnits", 4))
                .change("training", training -> training.addInt("epochs", 50))
                .change("validation", validation -> {
                    validation.addBoolean("earlyStopping", true);
                    validation.addInt("patience", 2);
                    // No improvement is as large as this, so the training waits from the first epoch on.
                    validation.addDouble("minDelta", 1000);
                });

        assertTrue(learner.execute(m_airline, TestTable.airline(60, 100)), learner::message);

        assertEquals(3, model(learner).networks().get(0).history().size());
    }

    @Test
    void trainsSeveralNetworksOfWhichTheFirstIsTheSameAsOneAlone() throws InvalidSettingsException {
        final var one = train(training -> {});

        final var three = train(training -> training.addInt("numNetworks", 3));

        assertEquals(3, three.networks().size());
        assertArrayEquals(TestModel.parameters(one), TestModel.parameters(three));
        assertFalse(Arrays.equals(
                TestModel.parameters(three), three.networks().get(1).parameters()));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "3, 2"})
    void learnsTheSameWithAnyNumberOfThreads(final int threads, final int networks) throws InvalidSettingsException {
        final var expected = train(training -> training.addInt("numNetworks", networks));

        final var model = train(training -> {
            training.addInt("numNetworks", networks);
            training.addInt("threads", threads);
            training.addBoolean("threads_is_present", true);
        });

        for (int network = 0; network < networks; network++) {
            assertArrayEquals(
                    expected.networks().get(network).parameters(),
                    model.networks().get(network).parameters());
        }
    }

    @ParameterizedTest
    @EnumSource
    void learnsWithEachOptimizer(final OptimizerChoice optimizer) throws InvalidSettingsException {
        final var model = train(training -> training.addString("optimizer", optimizer.name()));

        final var history = model.networks().get(0).history();
        assertTrue(history.get(1).trainingLoss() < history.get(0).trainingLoss(), history::toString);
    }

    @Test
    void findsALearningRate() throws InvalidSettingsException {
        final var model = train(training -> training.addBoolean("findLearningRate", true));

        final var rate = model.networks().get(0).history().get(0).learningRate();
        assertTrue(rate > 0 && rate != 0.005, () -> "" + rate);
    }

    @Test
    void halvesTheLearningRateByASchedule() throws InvalidSettingsException {
        final var learner = TestModel.learner(m_airline, 12).change("training/learningRateSchedule", schedule -> {
            schedule.addString("schedule", "STEP");
            schedule.addInt("stepEpochs", 1);
        });

        final var history =
                TestModel.train(learner, m_airline).model().networks().get(0).history();

        assertEquals(0.005, history.get(0).learningRate(), 1e-9);
        assertEquals(0.0025, history.get(1).learningRate(), 1e-9);
    }

    @Test
    void clipsGradients() throws InvalidSettingsException {
        final var learner = TestModel.learner(m_airline, 12).change("gradients", gradients -> {
            gradients.addString("clipping", "GLOBAL_NORM");
            gradients.addDouble("clippingThreshold", 1e-3);
        });

        final var clipped = TestModel.train(learner, m_airline).model();

        assertFalse(Arrays.equals(TestModel.parameters(train(training -> {})), TestModel.parameters(clipped)));
    }

    @Test
    void weighsClassesByHowRareTheyAre() throws InvalidSettingsException {
        final var table = machines(new DoubleCell(1), new DoubleCell(1));

        final var plain = TestModel.train(classifier(table, "NONE", ""), table).model();
        final var balanced =
                TestModel.train(classifier(table, "BALANCED", ""), table).model();

        assertFalse(Arrays.equals(TestModel.parameters(plain), TestModel.parameters(balanced)));
    }

    /** The reader of tables leaves the column of the weights out. */
    @Test
    void weighsClassesByAColumn() throws InvalidSettingsException {
        // 24 rows are "fine", 6 are "worn": these weights are the balanced ones.
        final var table = machines(new DoubleCell(30 / 2.0 / 24), new DoubleCell(30 / 2.0 / 6));

        final var balanced =
                TestModel.train(classifier(table, "BALANCED", ""), table).model();
        final var weighed =
                TestModel.train(classifier(table, "COLUMN", "weight"), table).model();

        assertArrayEquals(TestModel.parameters(balanced), TestModel.parameters(weighed));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | No class weight column is chosen. ",
                "cost | Class weight column \"cost\" is not in the table. ",
                "state | Class weight column \"state\" holds text, but weights are numbers. "
            })
    void refusesAColumnThatHoldsNoClassWeights(final String column, final String message)
            throws InvalidSettingsException {
        final var table = machines(new DoubleCell(1), new DoubleCell(1));
        final var learner = classifier(table, "COLUMN", column);

        assertFalse(learner.configure(table.getDataTableSpec()));

        assertEquals(
                message.strip()
                        + " Choose one of the columns with numbers, or other class weights: \"heat\", \"weight\".",
                learner.message());
    }

    @Test
    void refusesClassWeightsOfNumbers() throws InvalidSettingsException {
        final var learner = TestModel.learner(m_airline, 12)
                .change("training", training -> training.addString("classWeights", "BALANCED"));

        assertFalse(learner.configure(m_airline.getDataTableSpec()));

        assertEquals(
                "The target \"passengers\" holds numbers, so there are no classes to weigh. Choose no class weights.",
                learner.message());
    }

    @Test
    void ignoresTeacherForcingWhereItIsHidden() throws InvalidSettingsException {
        final var learner = TestModel.learner(m_airline, 12)
                .change("gradients", gradients -> gradients.addBoolean("teacherForcing", true));

        assertTrue(learner.configure(m_airline.getDataTableSpec()), learner::message);

        learner.change("network", network -> {
            network.addString("cellType", "JORDAN");
            network.addBoolean("bidirectional", true);
        });
        assertFalse(learner.configure(m_airline.getDataTableSpec()));
        assertTrue(learner.message().startsWith("Teacher forcing needs the cell type Jordan"), learner::message);
    }

    private RnnModel train(final Consumer<NodeSettings> training) throws InvalidSettingsException {
        return TestModel.train(TestModel.learner(m_airline, 12).change("training", training), m_airline)
                .model();
    }

    private static RnnModel model(final TestNode learner) {
        return ((RnnModelPortObject) learner.output(0)).model();
    }

    private static TestNode classifier(final BufferedDataTable table, final String weights, final String column)
            throws InvalidSettingsException {
        return TestModel.learner(table, 3)
                .change("data", data -> {
                    data.addString("predict", "STEP");
                    data.addString("targetColumn", "state");
                })
                .change("data/featureColumns/manualFilter", filter -> filter.addStringArray("manuallySelected", "heat"))
                .change("training", training -> {
                    training.addString("classWeights", weights);
                    training.addString("classWeightColumn", column);
                });
    }

    private static BufferedDataTable machines(final DataCell fine, final DataCell worn) {
        final var table = TestTable.column("heat", IntCell.TYPE)
                .and("weight", DoubleCell.TYPE)
                .and("state", StringCell.TYPE);
        for (int row = 0; row < 30; row++) {
            final var isWorn = row % 5 == 0;
            table.row(new IntCell(row % 7), isWorn ? worn : fine, new StringCell(isWorn ? "worn" : "fine"));
        }
        return table.create();
    }
}
