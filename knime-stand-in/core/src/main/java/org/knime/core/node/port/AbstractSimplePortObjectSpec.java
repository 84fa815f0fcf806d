package org.knime.core.node.port;

import java.io.IOException;
import java.util.zip.ZipEntry;
import javax.swing.JComponent;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;

/** A spec made of plain settings; a subclass needs a public constructor without arguments. */
public abstract class AbstractSimplePortObjectSpec implements PortObjectSpec {

    public AbstractSimplePortObjectSpec() {}

    protected abstract void save(ModelContentWO model);

    protected abstract void load(ModelContentRO model) throws InvalidSettingsException;

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }

    private ModelContent content() {
        final var content = new ModelContent("model");
        save(content);
        return content;
    }

    @Override
    public boolean equals(final Object other) {
        return other != null
                && getClass() == other.getClass()
                && content().equals(((AbstractSimplePortObjectSpec) other).content());
    }

    @Override
    public int hashCode() {
        return getClass().hashCode();
    }

    /** The serializer to extend for each class; its type argument is the class. */
    public abstract static class AbstractSimplePortObjectSpecSerializer<T extends AbstractSimplePortObjectSpec>
            extends PortObjectSpecSerializer<T> {

        private static final String CONTENT = "content.xml";
        private static final String CLASS_NAME = "class_name";
        private static final String MODEL = "model";

        public AbstractSimplePortObjectSpecSerializer() {}

        @Override
        public void savePortObjectSpec(final T spec, final PortObjectSpecZipOutputStream out) throws IOException {
            final var content = new ModelContent("model.xml");
            content.addInt("version", 1);
            content.addString(CLASS_NAME, spec.getClass().getName());
            spec.save(content.addModelContent(MODEL));
            out.putNextEntry(new ZipEntry(CONTENT));
            content.saveToXML(out);
        }

        /** The class is the subclass's type argument, so the spec is a T. */
        @Override
        @SuppressWarnings("unchecked")
        public T loadPortObjectSpec(final PortObjectSpecZipInputStream in) throws IOException {
            final var entry = in.getNextEntry();
            if (entry == null || !entry.getName().equals(CONTENT)) {
                throw new IOException("A spec's zip lacks the entry " + CONTENT);
            }
            final var spec = NewInstance.ofTypeArgument(getClass(), AbstractSimplePortObjectSpec.class);
            try {
                spec.load(ModelContent.loadFromXML(in).getModelContent(MODEL));
            } catch (final InvalidSettingsException problem) {
                throw new IOException("Cannot read a spec: " + problem.getMessage(), problem);
            }
            return (T) spec;
        }
    }
}
