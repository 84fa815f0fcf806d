package org.rnn4knime.engine.network.kernel;

import java.nio.FloatBuffer;
import java.util.List;

/**
 * The arithmetic of a layer. It holds the parameters in the form that it computes with; all else that changes while it computes lies
 * in its passes, so that many threads may compute at once.
 */
public interface LayerKernel extends AutoCloseable {

    /** The values of a step that it reads. */
    int inputs();

    /** The values of a step that it writes: as many as it reads if a layer says nothing else. */
    default int outputs() {
        return inputs();
    }

    /** Its parameters, in their order in the flat array: none if a layer says nothing else. */
    default List<ParameterBlock> blocks() {
        return List.of();
    }

    /**
     * Takes the memory to compute one slice at a time.
     *
     * @param width the windows of a slice
     * @param mode what it is for
     */
    LayerPass pass(int width, Mode mode);

    /** Whether it makes one step of all steps. */
    default boolean summarizes() {
        return false;
    }

    /** The steps that it writes for so many that it reads. */
    default int steps(final int read) {
        return summarizes() ? 1 : read;
    }

    /** Whether it goes from step to step with a state, which is what it writes. */
    default boolean recurs() {
        return false;
    }

    /** The arrays of a step's state that a recurrent layer carries on, for a slice of zeros; none for others. */
    default float[][] newState(final int width) {
        return new float[0][];
    }

    /** How many values are kept of a step of a window, about. */
    default long valuesPerStep() {
        return (long) inputs() + outputs();
    }

    /**
     * The memory that a {@link #pass} takes at the most. What it shares with other passes does not count.
     *
     * @param width the windows of a slice
     * @param steps that it reads of the longest slice
     * @param mode what it is for
     */
    MemoryUse passMemory(int width, int steps, Mode mode);

    /** How many parameters the layer has. */
    default int parameters() {
        return blocks().stream().mapToInt(ParameterBlock::parameters).reduce(0, Math::addExact);
    }

    /** Takes new parameters from the beginning of the buffer. */
    default void load(final FloatBuffer parameters) {
        int offset = 0;
        for (final var block : blocks()) {
            block.load(parameters.slice(offset, block.parameters()));
            offset += block.parameters();
        }
    }

    /** Prepares what gradients need, after a load and before passes go backward. */
    default void prepareBackward() {
        blocks().forEach(ParameterBlock::prepareBackward);
    }

    /** Writes the gradient by the parameters, the sum of gradients in their order, to the beginning of the buffer. */
    default void unload(final List<Gradient> gradients, final FloatBuffer to) {
        int offset = 0;
        for (final var block : blocks()) {
            block.unload(
                    gradients.stream().map(gradient -> gradient.of(block)).toList(),
                    to.slice(offset, block.parameters()));
            offset += block.parameters();
        }
    }

    /** Frees the memory of the parameters. */
    @Override
    default void close() {
        blocks().forEach(ParameterBlock::close);
    }

    /** What a pass is for. */
    enum Mode {
        /** Forward alone; little is kept. */
        INFERENCE,
        /** Forward with dropout, and then backward. */
        TRAINING
    }
}
