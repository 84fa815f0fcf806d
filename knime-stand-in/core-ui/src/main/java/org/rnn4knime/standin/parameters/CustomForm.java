package org.rnn4knime.standin.parameters;

import java.util.Arrays;
import java.util.List;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.node.parameters.persistence.NodeParametersPersistor;
import org.knime.node.parameters.persistence.Persistor;

/**
 * A value whose author decides how it is saved.
 *
 * @param persistor the author's class
 */
record CustomForm(NodeParametersPersistor<Object> persistor) implements Form {

    static CustomForm of(final Persistor annotation) {
        // The annotation holds a raw class; that it fits the annotated field is its author's promise.
        @SuppressWarnings("unchecked")
        final NodeParametersPersistor<Object> persistor = Instances.create(annotation.value());
        return new CustomForm(persistor);
    }

    @Override
    public void save(final Object value, final NodeSettingsWO settings) {
        persistor.save(value, settings);
    }

    @Override
    public Object load(final NodeSettingsRO settings) throws InvalidSettingsException {
        return persistor.load(settings);
    }

    @Override
    public List<KeyPath> paths() {
        return Arrays.stream(persistor.getConfigPaths())
                .map(path -> new KeyPath(List.of(path)))
                .toList();
    }
}
