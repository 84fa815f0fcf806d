package org.rnn4knime.engine.network.cell;

import java.util.stream.Stream;
import org.rnn4knime.engine.network.kernel.BidirectionalKernel;

/**
 * Two recurrent layers that read a sequence from both ends (Schuster and Paliwal 1997). Their outputs are concatenated; the parameters
 * are those of Deeplearning4j's Bidirectional: all of the forward layer with the prefix f, then those of the backward layer with b.
 */
public final class BidirectionalLayer extends KernelLayer {

    private static final long serialVersionUID = 1L;

    /** Owns the kernels of both. */
    public BidirectionalLayer(final String name, final CellLayer forward, final CellLayer backward) {
        super(
                name,
                "Bidirectional " + forward.type(),
                new BidirectionalKernel(forward.kernel(), backward.kernel()),
                Stream.concat(
                                forward.parameters().stream().map(parameter -> parameter.prefixed("f")),
                                backward.parameters().stream().map(parameter -> parameter.prefixed("b")))
                        .toList());
    }
}
