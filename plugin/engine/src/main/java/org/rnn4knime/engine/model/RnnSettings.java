package org.rnn4knime.engine.model;

import java.util.Objects;
import org.rnn4knime.engine.encoding.ClassTarget;
import org.rnn4knime.engine.encoding.Encoders;
import org.rnn4knime.engine.encoding.EncodingSettings;
import org.rnn4knime.engine.encoding.InputFeature;
import org.rnn4knime.engine.encoding.InputKind;
import org.rnn4knime.engine.encoding.TargetTransform;
import org.rnn4knime.engine.encoding.WindowLevel;
import org.rnn4knime.engine.network.CellType;
import org.rnn4knime.engine.network.Embedding;
import org.rnn4knime.engine.network.Inputs;
import org.rnn4knime.engine.network.NetworkPlan;
import org.rnn4knime.engine.network.NetworkSettings;
import org.rnn4knime.engine.network.Outputs;
import org.rnn4knime.engine.network.Summary;
import org.rnn4knime.engine.sequence.DataSettings;
import org.rnn4knime.engine.sequence.ForecastMode;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.engine.sequence.SequenceSettings;
import org.rnn4knime.engine.sequence.Split;
import org.rnn4knime.engine.sequence.ValidationSplit;
import org.rnn4knime.engine.sequence.Windowing;

/**
 * All that a user decides about a model.
 *
 * @param data which columns, and what is predicted
 * @param sequences how windows are cut
 * @param encoding how values are encoded
 * @param network the network's shape
 * @param training how it is trained
 */
public record RnnSettings(
        DataSettings data,
        SequenceSettings sequences,
        EncodingSettings encoding,
        NetworkSettings network,
        TrainingSettings training) {

    /** Stands for any number of them. */
    private static final int SOME_CLASSES = 2;

    /** Refuses null, and what cannot go together with an IllegalArgumentException. */
    public RnnSettings {
        Objects.requireNonNull(data);
        Objects.requireNonNull(sequences);
        Objects.requireNonNull(encoding);
        Objects.requireNonNull(network);
        Objects.requireNonNull(training);
        requireTransform(data, encoding.targetTransform());
        requireMode(data, sequences);
        Split.requireFitting(data, training.validation().split());
        final var outputs = scope(data, network, encoding);
        if (training.backPropagation().tbpttLength().isPresent()
                && !(outputs == Outputs.Scope.STEP && NetworkPlan.causal(network))) {
            throw new IllegalArgumentException(
                    "Truncated back-propagation needs a target at each step and one direction."
                            + " Choose the last step as summary and a network that is neither bidirectional nor has a convolution,"
                            + " or leave the truncated BPTT length empty.");
        }
        if (training.backPropagation().teacherForcing()
                && !(network.cellType() == CellType.JORDAN
                        && outputs == Outputs.Scope.STEP
                        && !network.bidirectional())) {
            throw new IllegalArgumentException(
                    "Teacher forcing needs the cell type Jordan, a target at each step and one"
                            + " direction. Choose these, or switch it off.");
        }
        requireShape(network, sequences.outputs(), Outputs.Type.NUMBERS, outputs);
    }

    /**
     * Refuses what cannot go together with a target of some kind with an IllegalArgumentException. It can be asked before a table is read.
     *
     * @param hasClasses whether the target is nominal
     */
    public void requireFitting(final boolean hasClasses) {
        final var transform = encoding.targetTransform();
        if (hasClasses && (transform.logarithm() || transform.needsThePast())) {
            throw new IllegalArgumentException("The target \"" + data.targetName()
                    + "\" holds no numbers, so there is no logarithm, no difference and no level of it."
                    + " Switch the target's transforms off, or choose another target.");
        }
        if (hasClasses && ahead() > 1) {
            throw new IllegalArgumentException("The target \"" + data.targetName()
                    + "\" holds no numbers, and such values are forecast one after the other."
                    + " Choose to forecast recursively.");
        }
        if (!hasClasses && training.validation().split() == ValidationSplit.STRATIFIED) {
            throw new IllegalArgumentException("The target \"" + data.targetName()
                    + "\" holds numbers, so there are no classes to stratify by. Choose another validation split.");
        }
        if (!hasClasses && training.classWeights().type() != ClassWeightType.NONE) {
            throw new IllegalArgumentException("The target \"" + data.targetName()
                    + "\" holds numbers, so there are no classes to weigh. Choose no class weights.");
        }
        requireShape(
                network,
                ahead(),
                hasClasses ? Outputs.Type.CLASSES : Outputs.Type.NUMBERS,
                scope(data, network, encoding));
    }

    /** Refuses shapes that are impossible whatever the table holds. */
    private static void requireShape(
            final NetworkSettings network, final int ahead, final Outputs.Type type, final Outputs.Scope scope) {
        final var values = type == Outputs.Type.CLASSES ? SOME_CLASSES : ahead;
        new NetworkPlan(Inputs.numbers(1), network, new Outputs(values, type, scope));
    }

    private static void requireTransform(final DataSettings data, final TargetTransform transform) {
        if (transform.needsThePast() && data.predict() != Scope.FUTURE) {
            throw new IllegalArgumentException(
                    "Differences and the level of a window need the target's own past, which is"
                            + " read only where the next values are predicted. Switch them off, or predict the next values.");
        }
    }

    private static void requireMode(final DataSettings data, final SequenceSettings sequences) {
        if (data.layout() == SequenceLayout.TEXT
                && data.predict() == Scope.FUTURE
                && sequences.forecastMode() == ForecastMode.DIRECT) {
            throw new IllegalArgumentException("The next symbols of a text are predicted one after the other."
                    + " Choose to forecast recursively.");
        }
    }

    /**
     * How often a network writes. To predict the next values it learns them at each step of a window, which teaches more from few windows
     * than the last step alone; but not where a step sees what comes after it, where all steps are summed up, or where the level of
     * the whole window gives the next values away.
     */
    private static Outputs.Scope scope(
            final DataSettings data, final NetworkSettings network, final EncodingSettings encoding) {
        return switch (data.predict()) {
            case SEQUENCE -> Outputs.Scope.SEQUENCE;
            case STEP -> Outputs.Scope.STEP;
            case FUTURE -> NetworkPlan.causal(network)
                            && network.summary() == Summary.LAST
                            && encoding.targetTransform().windowLevel() == WindowLevel.NONE
                    ? Outputs.Scope.STEP
                    : Outputs.Scope.SEQUENCE;
        };
    }

    /** The same with another way to train. */
    public RnnSettings withTraining(final TrainingSettings other) {
        return new RnnSettings(data, sequences, encoding, network, other);
    }

    /** The values that the network writes for one prediction: more than one for a direct forecast. */
    public int ahead() {
        return data.predict() == Scope.FUTURE ? sequences.outputs() : 1;
    }

    /** What the network is built from. */
    public NetworkPlan plan(final Encoders encoders) {
        final var inputs = encoders.inputs(data, ahead());
        final var numbers = (encoders.readsOwnNumber() ? 1 : 0)
                + inputs.stream()
                        .filter(input -> input.encoder().kind() != InputKind.INDEX)
                        .mapToInt(InputFeature::inputs)
                        .sum();
        final var embeddings = inputs.stream()
                .filter(input -> input.encoder().kind() == InputKind.INDEX)
                .map(input -> new Embedding(input.encoder().width(), encoding.embeddingSize()))
                .toList();
        final var scope = scope(data, network, encoding);
        final var outputs = encoders.target() instanceof ClassTarget classes
                ? new Outputs(classes.classes(), Outputs.Type.CLASSES, scope)
                : new Outputs(ahead(), Outputs.Type.NUMBERS, scope);
        return new NetworkPlan(new Inputs(numbers, embeddings), network, outputs);
    }

    /**
     * How windows are cut.
     *
     * @param hasClasses whether the target is nominal
     */
    public Windowing windowing(final boolean hasClasses) {
        // Symbols and classes are predicted from as many steps as there are, numbers from a full window.
        final var length = sequences.sequenceLength();
        final var readsShortOnes = data.predict() == Scope.FUTURE && hasClasses;
        // Where each step of a window is learned, every step is learned twice if windows overlap by half: texts have
        // many.
        final var isLearnedTwice = readsShortOnes && scope(data, network, encoding) == Outputs.Scope.STEP;
        final var stride = sequences.stride().orElse(isLearnedTwice ? Math.max(1, length / 2) : 1);
        return new Windowing(
                data, sequences, encoding.targetTransform().firstStep(), readsShortOnes ? 1 : length, stride);
    }
}
