package org.knime.node.parameters.widget.choices;

import org.knime.core.data.DataColumnSpec;

/**
 * A column to choose.
 *
 * @param id what is saved
 * @param text what is shown
 * @param type the column's type
 */
public record TypedStringChoice(String id, String text, PossibleTypeValue type) {

    public static TypedStringChoice fromColSpec(final DataColumnSpec columnSpec) {
        final var type = columnSpec.getType();
        final var typeValue =
                new PossibleTypeValue(type.getPreferredValueClass().getName(), type.getName());
        return new TypedStringChoice(columnSpec.getName(), columnSpec.getName(), typeValue);
    }

    /**
     * A type as a filter by type sees it.
     *
     * @param id the name of the type's preferred value class
     * @param text what is shown
     */
    public record PossibleTypeValue(String id, String text) {}
}
