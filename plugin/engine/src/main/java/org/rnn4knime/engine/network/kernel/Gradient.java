package org.rnn4knime.engine.network.kernel;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The gradient by all parameters of some layers, each block in its own form. Used by one thread at a time. */
public final class Gradient implements AutoCloseable {

    private final Map<ParameterBlock, Memory> memories = new IdentityHashMap<>();

    /** Takes the memory. */
    public Gradient(final List<ParameterBlock> blocks) {
        blocks.forEach(block -> memories.put(block, Memory.of(block.gradientSize())));
    }

    /** The gradient by a block. */
    public Memory of(final ParameterBlock block) {
        return memories.get(block);
    }

    /** Fills it with zeros. */
    public void clear() {
        memories.values().forEach(Memory::clear);
    }

    @Override
    public void close() {
        memories.values().forEach(Memory::close);
    }
}
