package org.knime.node.parameters.widget.choices.filter;

import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import org.knime.node.parameters.persistence.Persistable;

/** The part of a filter that the user makes by hand. The fields are saved in their order. */
final class ManualSelection implements Persistable {

    String[] m_manuallySelected = new String[0];

    String[] m_manuallyDeselected = new String[0];

    boolean m_includeUnknownColumns;

    Predicate<String> predicate() {
        if (m_includeUnknownColumns) {
            return Predicate.not(Set.of(m_manuallyDeselected)::contains);
        }
        return Set.of(m_manuallySelected)::contains;
    }

    /** The selected names that are not among the choices; none where unknown names are welcome. */
    String[] missingAmong(final String[] choices) {
        if (m_includeUnknownColumns) {
            return new String[0];
        }
        return Arrays.stream(m_manuallySelected)
                .filter(Predicate.not(Set.of(choices)::contains))
                .toArray(String[]::new);
    }
}
