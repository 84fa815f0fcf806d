package org.rnn4knime.nodes.learner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.rnn4knime.engine.network.CellType;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.nodes.port.RnnModelPortObject;
import org.rnn4knime.nodes.testing.SmallModel;
import org.rnn4knime.nodes.testing.TestTable;
import org.rnn4knime.standin.parameters.ParametersDialog;
import org.rnn4knime.standin.parameters.ParametersInput;

/** Goes through all tasks: a setting is shown where it means something, and only there. */
class ShownTest {

    private final RnnLearnerNodeParameters m_parameters = new RnnLearnerNodeParameters();

    @ParameterizedTest
    @CsvSource({
        "m_targetColumn, 'ROWS SEQUENCE, ROWS STEP, ROWS FUTURE, COLUMNS SEQUENCE, LISTS SEQUENCE, LISTS STEP,"
                + " LISTS FUTURE, TEXT SEQUENCE'",
        "m_featureColumns, 'ROWS SEQUENCE, ROWS STEP, ROWS FUTURE, COLUMNS SEQUENCE, COLUMNS FUTURE, LISTS SEQUENCE,"
                + " LISTS STEP, LISTS FUTURE'",
        "m_knownFutureColumns, 'ROWS FUTURE'",
        "m_textColumn, 'TEXT SEQUENCE, TEXT FUTURE'",
        "m_tokens, 'TEXT SEQUENCE, TEXT FUTURE'",
        "m_lowerCase, 'TEXT SEQUENCE, TEXT FUTURE'",
        "m_orderColumn, 'ROWS SEQUENCE, ROWS STEP, ROWS FUTURE'",
        "m_featuresPerStep, 'COLUMNS SEQUENCE, COLUMNS FUTURE'",
        "m_unknownValues, 'ROWS SEQUENCE, ROWS STEP, ROWS FUTURE, COLUMNS SEQUENCE, COLUMNS FUTURE, LISTS SEQUENCE,"
                + " LISTS STEP, LISTS FUTURE'"
    })
    void showsInputData(final String field, final String tasks) throws NoSuchFieldException {
        assertEquals(List.of(tasks.split(", ")), shown(InputDataParameters.class, field));
    }

    @ParameterizedTest
    @CsvSource({
        "m_sequenceLength, 'ROWS SEQUENCE, ROWS STEP, ROWS FUTURE, COLUMNS FUTURE, LISTS FUTURE, TEXT FUTURE'",
        "m_stride, 'ROWS SEQUENCE, ROWS FUTURE, COLUMNS FUTURE, LISTS FUTURE, TEXT FUTURE'",
        "m_maximumLength, 'ROWS SEQUENCE, ROWS STEP, COLUMNS SEQUENCE, LISTS SEQUENCE, LISTS STEP, TEXT SEQUENCE'",
        "m_beyondMaximum, 'ROWS SEQUENCE, ROWS STEP, COLUMNS SEQUENCE, LISTS SEQUENCE, LISTS STEP, TEXT SEQUENCE'",
        "m_forecastMode, 'ROWS FUTURE, COLUMNS FUTURE, LISTS FUTURE'",
        "m_horizon, 'ROWS FUTURE, COLUMNS FUTURE, LISTS FUTURE'",
        "m_normalization, 'ROWS SEQUENCE, ROWS STEP, ROWS FUTURE, COLUMNS SEQUENCE, COLUMNS FUTURE, LISTS SEQUENCE,"
                + " LISTS STEP, LISTS FUTURE, TEXT SEQUENCE'",
        "m_maximumVocabulary, 'TEXT SEQUENCE, TEXT FUTURE'",
        "m_minimumCount, 'TEXT SEQUENCE, TEXT FUTURE'"
    })
    void showsSequences(final String field, final String tasks) throws NoSuchFieldException {
        assertEquals(List.of(tasks.split(", ")), shown(SequenceParameters.class, field));
    }

    @ParameterizedTest
    @CsvSource({
        "m_log, 'ROWS SEQUENCE, ROWS STEP, ROWS FUTURE, COLUMNS SEQUENCE, COLUMNS FUTURE, LISTS SEQUENCE, LISTS STEP,"
                + " LISTS FUTURE, TEXT SEQUENCE'",
        "m_difference, 'ROWS FUTURE, COLUMNS FUTURE, LISTS FUTURE'",
        "m_season, 'ROWS FUTURE, COLUMNS FUTURE, LISTS FUTURE'",
        "m_windowLevel, 'ROWS FUTURE, COLUMNS FUTURE, LISTS FUTURE'"
    })
    void showsTargetTransforms(final String field, final String tasks) throws NoSuchFieldException {
        assertEquals(List.of(tasks.split(", ")), shown(TargetTransformParameters.class, field));
    }

    @Test
    void showsTheSummaryWhereStepsAreSummedUp() throws NoSuchFieldException {
        assertEquals(
                List.of(
                        "ROWS SEQUENCE",
                        "ROWS FUTURE",
                        "COLUMNS SEQUENCE",
                        "COLUMNS FUTURE",
                        "LISTS SEQUENCE",
                        "LISTS FUTURE",
                        "TEXT SEQUENCE",
                        "TEXT FUTURE"),
                shown(NetworkParameters.class, "m_summary"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"m_validationSplit", "m_validationFraction"})
    void showsWhatToHoldBackUnlessThereIsATableToBeMeasuredBy(final String field) throws NoSuchFieldException {
        final var table = BufferedDataTable.TYPE;

        assertTrue(shows(ValidationParameters.class, field, table));
        assertTrue(shows(ValidationParameters.class, field, table, RnnModelPortObject.TYPE));
        assertFalse(shows(ValidationParameters.class, field, table, table));
        assertFalse(shows(ValidationParameters.class, field, table, table, RnnModelPortObject.TYPE));
    }

    @ParameterizedTest
    @ValueSource(
            classes = {LearnerSections.InputData.class, LearnerSections.Sequences.class, LearnerSections.Network.class})
    void hidesTheSectionsOfWhatAModelToContinueBringsAlong(final Class<?> section) {
        final var effect = section.getAnnotation(Effect.class);
        final var table = BufferedDataTable.TYPE;

        assertEquals(EffectType.SHOW, effect.type());
        assertTrue(holds(effect, table));
        assertTrue(holds(effect, table, table));
        assertFalse(holds(effect, table, RnnModelPortObject.TYPE));
        assertFalse(holds(effect, table, table, RnnModelPortObject.TYPE));
    }

    @Test
    void asksHowToContinueOnlyWhereThereIsAModel() throws NoSuchFieldException {
        final var table = BufferedDataTable.TYPE;
        final var model = RnnModelPortObject.TYPE;

        assertFalse(shows(TrainingParameters.class, "m_continueWith", table));
        assertFalse(shows(TrainingParameters.class, "m_continueWith", table, table));
        assertTrue(shows(TrainingParameters.class, "m_continueWith", table, model));
        assertTrue(shows(TrainingParameters.class, "m_continueWith", table, table, model));
        assertTrue(shows(TrainingParameters.class, "m_numNetworks", table, table));
        assertFalse(shows(TrainingParameters.class, "m_numNetworks", table, model));
    }

    @ParameterizedTest
    @CsvSource({"m_weightDecay, ADAMW", "m_momentum, SGD", "m_nesterov, SGD"})
    void showsWhatAnOptimizerNeeds(final String field, final OptimizerChoice needing) throws NoSuchFieldException {
        for (final var optimizer : OptimizerChoice.values()) {
            m_parameters.m_training.m_optimizer = optimizer;
            assertEquals(optimizer == needing, shows(TrainingParameters.class, field, BufferedDataTable.TYPE));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "m_scheduleFactor, 'STEP, PLATEAU'",
        "m_stepEpochs, STEP",
        "m_warmupEpochs, COSINE",
        "m_plateauPatience, PLATEAU"
    })
    void showsWhatAScheduleNeeds(final String field, final String needing) throws NoSuchFieldException {
        final var shown = new ArrayList<String>();
        for (final var schedule : ScheduleChoice.values()) {
            m_parameters.m_training.m_learningRateSchedule.m_schedule = schedule;
            if (shows(ScheduleParameters.class, field, BufferedDataTable.TYPE)) {
                shown.add(schedule.name());
            }
        }
        assertEquals(List.of(needing.split(", ")), shown);
    }

    @Test
    void showsTheLearningRateUnlessItIsFound() throws NoSuchFieldException {
        final var effect =
                TrainingParameters.class.getDeclaredField("m_learningRate").getAnnotation(Effect.class);
        assertEquals(EffectType.HIDE, effect.type());

        assertFalse(holds(effect, BufferedDataTable.TYPE));
        m_parameters.m_training.m_findLearningRate = true;
        assertTrue(holds(effect, BufferedDataTable.TYPE));
    }

    @Test
    void showsTheColumnOfClassWeightsWhereThereIsOne() throws NoSuchFieldException {
        for (final var weights : ClassWeightChoice.values()) {
            m_parameters.m_training.m_classWeights = weights;
            assertEquals(
                    weights == ClassWeightChoice.COLUMN,
                    shows(TrainingParameters.class, "m_classWeightColumn", BufferedDataTable.TYPE));
        }
    }

    @Test
    void showsTheThresholdOfWhatIsClipped() throws NoSuchFieldException {
        for (final var clipping : ClippingChoice.values()) {
            m_parameters.m_gradients.m_clipping = clipping;
            assertEquals(
                    clipping != ClippingChoice.NONE,
                    shows(GradientParameters.class, "m_clippingThreshold", BufferedDataTable.TYPE));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"m_patience", "m_minDelta"})
    void showsWhenToStopEarlyIfAtAll(final String field) throws NoSuchFieldException {
        assertFalse(shows(ValidationParameters.class, field, BufferedDataTable.TYPE));
        m_parameters.m_validation.m_earlyStopping = true;
        assertTrue(shows(ValidationParameters.class, field, BufferedDataTable.TYPE));
    }

    @ParameterizedTest
    @EnumSource
    void forcesTheTeacherOnJordansNetworkOnly(final CellTypeChoice cell) throws NoSuchFieldException {
        m_parameters.m_network.m_cellType = cell;

        assertEquals(
                cell == CellTypeChoice.JORDAN,
                shows(GradientParameters.class, "m_teacherForcing", BufferedDataTable.TYPE));
    }

    @ParameterizedTest
    @EnumSource
    void forcesTheTeacherByTheCellOfAModelToContinue(final CellType cell) throws NoSuchFieldException {
        final var table = TestTable.airlineSpec();
        final var model = SmallModel.of(SequenceLayout.ROWS, Scope.FUTURE, "passengers")
                .cell(cell, false)
                .spec(table);
        final var input = new ParametersInput(
                new PortType[] {BufferedDataTable.TYPE, RnnModelPortObject.TYPE},
                new PortType[0],
                new PortObjectSpec[] {table, model});
        m_parameters.m_network.m_cellType = cell == CellType.JORDAN ? CellTypeChoice.LSTM : CellTypeChoice.JORDAN;
        final var effect =
                GradientParameters.class.getDeclaredField("m_teacherForcing").getAnnotation(Effect.class);

        assertEquals(cell == CellType.JORDAN, new ParametersDialog(m_parameters, input).holds(effect.predicate()));
    }

    private List<String> shown(final Class<?> group, final String field) throws NoSuchFieldException {
        final var shown = new ArrayList<String>();
        for (final var layout : LayoutChoice.values()) {
            for (final var predict : PredictChoice.values()) {
                m_parameters.m_data.m_layout = layout;
                m_parameters.m_data.m_predict = predict;
                if (new Task(layout, predict).isPossible() && shows(group, field, BufferedDataTable.TYPE)) {
                    shown.add(layout + " " + predict);
                }
            }
        }
        return shown;
    }

    private boolean shows(final Class<?> group, final String field, final PortType... ports)
            throws NoSuchFieldException {
        final var effect = group.getDeclaredField(field).getAnnotation(Effect.class);
        assertEquals(EffectType.SHOW, effect.type());
        return holds(effect, ports);
    }

    private boolean holds(final Effect effect, final PortType... ports) {
        final var specs = Collections.nCopies(ports.length, (PortObjectSpec) null);
        final var input = new ParametersInput(
                Stream.of(ports).toArray(PortType[]::new), new PortType[0], specs.toArray(PortObjectSpec[]::new));
        return new ParametersDialog(m_parameters, input).holds(effect.predicate());
    }
}
