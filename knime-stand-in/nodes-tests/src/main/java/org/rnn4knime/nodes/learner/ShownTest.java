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
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.rnn4knime.nodes.port.RnnModelPortObject;
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

        assertTrue(shows(TrainingParameters.class, field, table));
        assertTrue(shows(TrainingParameters.class, field, table, RnnModelPortObject.TYPE));
        assertFalse(shows(TrainingParameters.class, field, table, table));
        assertFalse(shows(TrainingParameters.class, field, table, table, RnnModelPortObject.TYPE));
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
        final var specs = Collections.nCopies(ports.length, (PortObjectSpec) null);
        final var input = new ParametersInput(
                Stream.of(ports).toArray(PortType[]::new), new PortType[0], specs.toArray(PortObjectSpec[]::new));
        return new ParametersDialog(m_parameters, input).holds(effect.predicate());
    }
}
