package org.knime.core.node.port;

import java.io.IOException;
import javax.swing.JComponent;
import org.knime.core.internal.SerializerMethodLoader.Serializer;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;

/** What travels from a node's output to the inputs connected with it. */
public interface PortObject {

    /** One line for the user. */
    String getSummary();

    PortObjectSpec getSpec();

    JComponent[] getViews();

    /** Writes and reads the objects of one class. */
    abstract class PortObjectSerializer<T extends PortObject> implements Serializer<T> {

        public PortObjectSerializer() {}

        public abstract void savePortObject(T object, PortObjectZipOutputStream out, ExecutionMonitor exec)
                throws IOException, CanceledExecutionException;

        public abstract T loadPortObject(PortObjectZipInputStream in, PortObjectSpec spec, ExecutionMonitor exec)
                throws IOException, CanceledExecutionException;
    }
}
