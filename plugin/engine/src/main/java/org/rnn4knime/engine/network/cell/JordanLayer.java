package org.rnn4knime.engine.network.cell;

import java.util.List;
import java.util.stream.Stream;
import org.rnn4knime.engine.network.kernel.ElmanKernel;
import org.rnn4knime.engine.network.kernel.Nonlinearity;
import org.rnn4knime.engine.network.kernel.RecurrentKernel;
import org.rnn4knime.engine.network.kernel.RecurrentKernel.Direction;

/**
 * Jordan's network (Jordan 1986, Serial Order: A Parallel Distributed Processing Approach), which is fed back what it wrote:
 *
 * <pre>
 * h = activation(W x + U y + b)     y' = out(V h + c)
 * </pre>
 *
 * y is what the layer writes. The parameters are W [inputs, units], RW [outputs, units], b [units], V [units, outputs], c [outputs].
 */
public final class JordanLayer extends CellLayer {

    private static final long serialVersionUID = 1L;

    /**
     * The sizes of a layer.
     *
     * @param inputs values of a step that it reads
     * @param units hidden units
     * @param outputs values of a step that it writes
     */
    public record Sizes(int inputs, int units, int outputs) {}

    /** A layer without parameters yet. */
    public JordanLayer(
            final String name,
            final Sizes sizes,
            final Nonlinearity activation,
            final Nonlinearity out,
            final Direction direction) {
        super(
                name,
                "Jordan",
                RecurrentKernel.withReadout(
                        new ElmanKernel(activation), direction, sizes.inputs, sizes.units, sizes.outputs, out),
                parameters(sizes));
    }

    private static List<NamedParameter> parameters(final Sizes sizes) {
        return Stream.concat(
                        NamedParameter.recurrent(sizes.inputs, sizes.outputs, sizes.units, 1, 1).stream(),
                        NamedParameter.readout(sizes.units, sizes.outputs).stream())
                .toList();
    }
}
