package org.rnn4knime.nodes.inspector;

import org.rnn4knime.engine.encoding.Normalization;
import org.rnn4knime.engine.encoding.WindowLevel;
import org.rnn4knime.engine.model.ClassWeightType;
import org.rnn4knime.engine.model.ClippingType;
import org.rnn4knime.engine.model.OptimizerType;
import org.rnn4knime.engine.model.ScheduleType;
import org.rnn4knime.engine.network.Activation;
import org.rnn4knime.engine.network.CellType;
import org.rnn4knime.engine.network.Summary;
import org.rnn4knime.engine.sequence.BeyondMaximum;
import org.rnn4knime.engine.sequence.ForecastMode;
import org.rnn4knime.engine.sequence.MissingValues;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.engine.sequence.Tokens;
import org.rnn4knime.engine.sequence.UnknownValues;
import org.rnn4knime.engine.sequence.ValidationSplit;

/** Choices as the dialog of the RNN Learner shows them. */
final class Words {

    private Words() {}

    static String of(final SequenceLayout layout) {
        return switch (layout) {
            case ROWS -> "One row a time step";
            case COLUMNS -> "One row a sequence, one column a time step";
            case LISTS -> "One row a sequence, list cells";
            case TEXT -> "One row a text";
        };
    }

    static String of(final Scope predict) {
        return switch (predict) {
            case SEQUENCE -> "One value per sequence";
            case STEP -> "One value per time step";
            case FUTURE -> "The next values";
        };
    }

    static String of(final Tokens tokens) {
        return switch (tokens) {
            case CHARACTERS -> "Characters";
            case WORDS -> "Words";
        };
    }

    static String of(final MissingValues missingValues) {
        return switch (missingValues) {
            case FAIL -> "Stop";
            case SKIP -> "Skip the time step";
            case LAST -> "Last known value";
            case MEAN -> "Mean";
        };
    }

    static String of(final UnknownValues unknownValues) {
        return switch (unknownValues) {
            case NO_PREDICTION -> "No prediction";
            case READ_AS_UNKNOWN -> "Read as unknown";
        };
    }

    static String of(final BeyondMaximum beyondMaximum) {
        return switch (beyondMaximum) {
            case KEEP_END -> "Keep the end";
            case KEEP_START -> "Keep the start";
            case SPLIT -> "Split";
        };
    }

    static String of(final ForecastMode forecastMode) {
        return switch (forecastMode) {
            case RECURSIVE -> "Recursion";
            case DIRECT -> "Direct output";
        };
    }

    static String of(final Normalization normalization) {
        return switch (normalization) {
            case NONE -> "None";
            case Z_SCORE -> "Z-score";
            case MIN_MAX -> "Min-max";
        };
    }

    static String of(final WindowLevel windowLevel) {
        return switch (windowLevel) {
            case NONE -> "None";
            case LAST -> "Last value";
            case MEAN -> "Mean";
        };
    }

    static String of(final CellType cellType) {
        return switch (cellType) {
            case LSTM -> "LSTM";
            case GRU -> "GRU";
            case ELMAN -> "Elman (simple RNN)";
            case JORDAN -> "Jordan";
        };
    }

    static String of(final Activation activation) {
        return switch (activation) {
            case TANH -> "tanh";
            case SIGMOID -> "Sigmoid";
            case RELU -> "ReLU";
        };
    }

    static String of(final Summary summary) {
        return switch (summary) {
            case LAST -> "Last step";
            case MEAN -> "Mean";
            case MAX -> "Maximum";
            case ATTENTION -> "Attention";
        };
    }

    static String of(final ValidationSplit validationSplit) {
        return switch (validationSplit) {
            case AUTOMATIC -> "Automatic";
            case IN_TIME -> "Last part in time";
            case BY_SEQUENCE -> "Whole sequences";
            case STRATIFIED -> "Stratified by class";
        };
    }

    static String of(final OptimizerType optimizer) {
        return switch (optimizer) {
            case ADAM -> "Adam";
            case ADAMW -> "AdamW";
            case RMSPROP -> "RMSProp";
            case SGD -> "SGD";
        };
    }

    static String of(final ClippingType clipping) {
        return switch (clipping) {
            case NONE -> "None";
            case VALUE -> "Value";
            case LAYER_NORM -> "Norm of each layer";
            case GLOBAL_NORM -> "Global norm";
        };
    }

    static String of(final ScheduleType schedule) {
        return switch (schedule) {
            case CONSTANT -> "Constant";
            case STEP -> "Step";
            case COSINE -> "Cosine";
            case PLATEAU -> "Plateau";
        };
    }

    static String of(final ClassWeightType classWeights) {
        return switch (classWeights) {
            case NONE -> "None";
            case BALANCED -> "Balanced";
            case COLUMN -> "From a column";
        };
    }

    static String of(final boolean isOn) {
        return isOn ? "on" : "off";
    }
}
