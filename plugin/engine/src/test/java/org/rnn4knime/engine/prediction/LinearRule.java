package org.rnn4knime.engine.prediction;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.rnn4knime.engine.encoding.ClassTarget;
import org.rnn4knime.engine.encoding.Encoders;
import org.rnn4knime.engine.encoding.EncodingSettings;
import org.rnn4knime.engine.encoding.FeatureEncoder;
import org.rnn4knime.engine.encoding.NominalEncoder;
import org.rnn4knime.engine.encoding.Normalization;
import org.rnn4knime.engine.encoding.NumberEncoder;
import org.rnn4knime.engine.encoding.NumberTarget;
import org.rnn4knime.engine.encoding.Scaler;
import org.rnn4knime.engine.encoding.TargetTransform;
import org.rnn4knime.engine.encoding.Vocabulary;
import org.rnn4knime.engine.model.OptimizerState;
import org.rnn4knime.engine.model.Provenance;
import org.rnn4knime.engine.model.RnnModel;
import org.rnn4knime.engine.model.RnnSettings;
import org.rnn4knime.engine.model.TrainedNetwork;
import org.rnn4knime.engine.model.TrainingSettings;
import org.rnn4knime.engine.model.TrainingState;
import org.rnn4knime.engine.network.Activation;
import org.rnn4knime.engine.network.CellType;
import org.rnn4knime.engine.network.NetworkSettings;
import org.rnn4knime.engine.network.Parameters;
import org.rnn4knime.engine.network.Summary;
import org.rnn4knime.engine.sequence.BeyondMaximum;
import org.rnn4knime.engine.sequence.DataSettings;
import org.rnn4knime.engine.sequence.ForecastMode;
import org.rnn4knime.engine.sequence.MissingValues;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.engine.sequence.SequenceSettings;
import org.rnn4knime.engine.sequence.Tokenizer;
import org.rnn4knime.engine.sequence.Tokens;
import org.rnn4knime.engine.sequence.UnknownValues;

/**
 * Models that are made by hand: what they write is a weighted sum of what they read at the last step of a window, so that a test knows what
 * they must forecast.
 */
final class LinearRule {

    /** Keeps ReLU's input above 0, where it is linear. */
    private static final float SHIFT = 64;

    private LinearRule() {}

    static SequenceSettings steps(final int sequenceLength) {
        return steps(sequenceLength, ForecastMode.RECURSIVE, 12);
    }

    static SequenceSettings steps(final int sequenceLength, final ForecastMode mode, final int horizon) {
        return new SequenceSettings(
                sequenceLength, Optional.of(1), Optional.empty(), BeyondMaximum.KEEP_END, mode, horizon);
    }

    /** The next values of "y", one row a time step. */
    static DataSettings data(
            final List<String> features,
            final List<String> knownFuture,
            final List<String> ids,
            final Optional<String> order,
            final MissingValues missingValues) {
        return new DataSettings(
                SequenceLayout.ROWS,
                Scope.FUTURE,
                "y",
                features,
                knownFuture,
                ids,
                order,
                1,
                new Tokenizer(Tokens.CHARACTERS, false),
                missingValues,
                UnknownValues.NO_PREDICTION);
    }

    /** Encoders that leave numbers as they are; a missing one is 0, or has the logarithm 0. */
    static Encoders numbers(
            final DataSettings data, final TargetTransform transform, final FeatureEncoder... features) {
        return new Encoders(
                new NumberTarget(data.targetName(), transform, new Scaler(0, 1)),
                Optional.of(
                        new Encoders.OwnPast(transform.logarithm() ? 1 : 0, Optional.empty(), data.missingValues())),
                List.of(features));
    }

    /** Encoders that leave a feature as it is; a missing one is 0. */
    static FeatureEncoder number(final DataSettings data, final String column) {
        return new NumberEncoder(column, new Scaler(0, 1), 0, data.missingValues());
    }

    /** One-hot vectors of values in alphabetical order. */
    static NominalEncoder nominal(final DataSettings data, final String column, final String... values) {
        return new NominalEncoder(column, new Vocabulary(List.of(values)), false, 1, data.missingValues());
    }

    /** Encoders of classes in alphabetical order. */
    static Encoders classes(final DataSettings data, final String... values) {
        return new Encoders(
                new ClassTarget(data.targetName(), new Vocabulary(List.of(values)), true),
                Optional.of(new Encoders.OwnPast(
                        0, Optional.of(nominal(data, data.targetName(), values)), data.missingValues())),
                List.of());
    }

    /** A model that adds a constant to the weighted sum of its own past and of each feature. */
    static RnnModel of(
            final DataSettings data,
            final SequenceSettings sequences,
            final Encoders encoders,
            final double constant,
            final double... weights) {
        final var outputs = new double[sequences.outputs()][];
        Arrays.fill(outputs, weights);
        return of(
                data,
                sequences,
                encoders,
                IntStream.range(0, outputs.length).mapToDouble(i -> constant).toArray(),
                outputs);
    }

    /** A model with weights [output, input]. */
    static RnnModel of(
            final DataSettings data,
            final SequenceSettings sequences,
            final Encoders encoders,
            final double[] constants,
            final double[][] weights) {
        final var transform =
                encoders.target() instanceof NumberTarget target ? target.transform() : TargetTransform.NONE;
        final var inputs = weights[0].length;
        final var settings = new RnnSettings(
                data,
                sequences,
                new EncodingSettings(Normalization.NONE, transform),
                new NetworkSettings(
                        CellType.ELMAN, inputs, 1, false, Activation.RELU, Optional.empty(), Summary.LAST, 0),
                new TrainingSettings(1, 8, 0.01, 0, 1));
        final var parameters = new float[Parameters.count(settings.plan(encoders))];
        // As many hidden units as inputs, each reads one of them and no state.
        for (int unit = 0; unit < inputs; unit++) {
            parameters[unit * inputs + unit] = 1;
            parameters[2 * inputs * inputs + unit] = SHIFT;
        }
        final var first = 2 * inputs * inputs + inputs;
        for (int output = 0; output < weights.length; output++) {
            double shift = 0;
            for (int input = 0; input < inputs; input++) {
                parameters[first + output * inputs + input] = (float) weights[output][input];
                shift += weights[output][input] * SHIFT;
            }
            parameters[first + weights.length * inputs + output] = (float) (constants[output] - shift);
        }
        return new RnnModel(
                settings,
                encoders,
                List.of(network(parameters)),
                Optional.empty(),
                Optional.empty(),
                new Provenance("", "", "", "", 1, 0, 0, 0, 0));
    }

    /** A network with these parameters, as if it had been trained for one epoch. */
    static TrainedNetwork network(final float... parameters) {
        final var state = new TrainingState(
                1, 0, 0.01, TrainingState.Plateau.START, OptimizerState.initial(2, parameters.length));
        return new TrainedNetwork(parameters, List.of(), 1, List.of(), state);
    }

    /** The same model, as if a fraction had been held back from its training. */
    static RnnModel heldBack(final RnnModel model, final double fraction) {
        return new RnnModel(
                new RnnSettings(
                        model.settings().data(),
                        model.settings().sequences(),
                        model.settings().encoding(),
                        model.settings().network(),
                        new TrainingSettings(1, 8, 0.01, fraction, 1)),
                model.encoders(),
                model.networks(),
                model.comparison(),
                model.forecastErrors(),
                model.provenance());
    }
}
