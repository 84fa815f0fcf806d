package org.rnn4knime.engine.network.cell;

import java.util.List;
import org.rnn4knime.engine.network.kernel.RecurrentKernel;

/** The configuration of a recurrent layer that reads in one direction. */
public abstract class CellLayer extends KernelLayer {

    private static final long serialVersionUID = 1L;

    CellLayer(
            final String name, final String type, final RecurrentKernel kernel, final List<NamedParameter> parameters) {
        super(name, type, kernel, parameters);
    }

    @Override
    public RecurrentKernel kernel() {
        return (RecurrentKernel) super.kernel();
    }
}
