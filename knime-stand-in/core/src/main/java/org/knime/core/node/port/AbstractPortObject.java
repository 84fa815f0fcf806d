package org.knime.core.node.port;

import java.io.IOException;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;

/** A port object that writes and reads itself; a subclass needs a public constructor without arguments. */
public abstract class AbstractPortObject implements PortObject {

    public AbstractPortObject() {}

    protected abstract void save(PortObjectZipOutputStream out, ExecutionMonitor exec)
            throws IOException, CanceledExecutionException;

    protected abstract void load(PortObjectZipInputStream in, PortObjectSpec spec, ExecutionMonitor exec)
            throws IOException, CanceledExecutionException;

    /** The serializer to extend for each class; its type argument is the class. */
    public abstract static class AbstractPortObjectSerializer<T extends AbstractPortObject>
            extends PortObjectSerializer<T> {

        public AbstractPortObjectSerializer() {}

        @Override
        public void savePortObject(final T object, final PortObjectZipOutputStream out, final ExecutionMonitor exec)
                throws IOException, CanceledExecutionException {
            object.save(out, exec);
        }

        /** The class is the subclass's type argument, so the object is a T. */
        @Override
        @SuppressWarnings("unchecked")
        public T loadPortObject(
                final PortObjectZipInputStream in, final PortObjectSpec spec, final ExecutionMonitor exec)
                throws IOException, CanceledExecutionException {
            final var object = NewInstance.ofTypeArgument(getClass(), AbstractPortObject.class);
            object.load(in, spec, exec);
            return (T) object;
        }
    }
}
