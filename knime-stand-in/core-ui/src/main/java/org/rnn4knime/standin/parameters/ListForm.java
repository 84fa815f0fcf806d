package org.rnn4knime.standin.parameters;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.List;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/**
 * An array or list of nested parameters: one level an element, with the element's number as key.
 *
 * @param elementType the class of the elements
 * @param asArray whether the field is an array rather than a list
 */
record ListForm(Class<?> elementType, boolean asArray) implements Form {

    @Override
    public void save(final Object value, final NodeSettingsWO settings) {
        final List<?> elements = asArray ? Arrays.asList((Object[]) value) : (List<?>) value;
        for (int i = 0; i < elements.size(); i++) {
            new ObjectForm(elementType).save(elements.get(i), settings.addNodeSettings(Integer.toString(i)));
        }
    }

    @Override
    public Object load(final NodeSettingsRO settings) throws InvalidSettingsException {
        final var size = (int) settings.keySet().stream()
                .filter(key -> key.chars().allMatch(Character::isDigit))
                .count();
        final var elements = (Object[]) Array.newInstance(elementType, size);
        for (int i = 0; i < size; i++) {
            elements[i] = new ObjectForm(elementType).load(settings.getNodeSettings(Integer.toString(i)));
        }
        return asArray ? elements : List.of(elements);
    }

    @Override
    public List<KeyPath> paths() {
        return List.of(new KeyPath(List.of()));
    }
}
