package org.rnn4knime.nodes.learner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.rnn4knime.engine.model.ClippingType;
import org.rnn4knime.engine.model.OptimizerSettings;
import org.rnn4knime.engine.model.TrainingSettings;
import org.rnn4knime.engine.sequence.ValidationSplit;
import org.rnn4knime.standin.parameters.ParametersPersistence;

class TrainingParametersTest {

    private final TrainingParameters m_parameters = new TrainingParameters();

    @Test
    void holdsNothingBackByDefault() throws InvalidSettingsException {
        m_parameters.validate();

        assertEquals(new TrainingSettings(40, 32, 0.005, 0, 1), m_parameters.toSettings(false));
    }

    @Test
    void givesEachSettingToTheEngine() throws InvalidSettingsException {
        final var loaded = loaded();

        assertEquals(settings(ValidationSplit.BY_SEQUENCE, 0.25), loaded.toSettings(false));
    }

    @Test
    void holdsNothingBackWhereThereIsATableToBeMeasuredBy() throws InvalidSettingsException {
        assertEquals(settings(ValidationSplit.AUTOMATIC, 0), loaded().toSettings(true));
    }

    @ParameterizedTest
    @EnumSource
    void offersEveryValidationSplitOfTheEngine(final ValidationSplit split) {
        m_parameters.m_validationSplit = ValidationSplitChoice.valueOf(split.name());

        assertEquals(split, m_parameters.toSettings(false).validationSplit());
    }

    @Test
    void namesANumberThatIsOutOfRange() {
        m_parameters.m_validationFraction = 0.91;

        final var refusal = assertThrows(InvalidSettingsException.class, m_parameters::validate);

        assertEquals("Validation fraction must be from 0 to 0.9, but is 0.91.", refusal.getMessage());
    }

    @Test
    void letsTheDialogGoAsFarAsTheEngine() throws InvalidSettingsException {
        m_parameters.m_epochs = (int) new TrainingParameters.Most().getMax();
        m_parameters.m_batchSize = (int) new TrainingParameters.Most().getMax();
        m_parameters.m_validationFraction = new TrainingParameters.MostValidation().getMax();

        m_parameters.validate();
    }

    private static TrainingParameters loaded() throws InvalidSettingsException {
        final var saved = new NodeSettings("training");
        saved.addInt("epochs", 3);
        saved.addInt("batchSize", 5);
        saved.addDouble("learningRate", 0.5);
        saved.addString("validationSplit", "BY_SEQUENCE");
        saved.addDouble("validationFraction", 0.25);
        saved.addLong("seed", -7);
        final var loaded = ParametersPersistence.load(TrainingParameters.class, saved);
        final var again = new NodeSettings("training");
        ParametersPersistence.save(loaded, again);
        assertEquals(saved, again);
        return loaded;
    }

    private static TrainingSettings settings(final ValidationSplit split, final double fraction) {
        return new TrainingSettings(
                3, 5, 0.5, split, fraction, -7, OptimizerSettings.ADAM, ClippingType.NONE, 1, false, Optional.empty());
    }
}
