package org.knime.core.node.port;

import java.io.IOException;
import javax.swing.JComponent;
import org.knime.core.internal.SerializerMethodLoader.Serializer;

/** What is known of a port object before it exists. */
public interface PortObjectSpec {

    JComponent[] getViews();

    /** Writes and reads the specs of one class. */
    abstract class PortObjectSpecSerializer<T extends PortObjectSpec> implements Serializer<T> {

        public PortObjectSpecSerializer() {}

        public abstract void savePortObjectSpec(T spec, PortObjectSpecZipOutputStream out) throws IOException;

        public abstract T loadPortObjectSpec(PortObjectSpecZipInputStream in) throws IOException;
    }
}
