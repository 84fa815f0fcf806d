package org.knime.node.parameters.widget.choices.filter;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.knime.node.parameters.persistence.Persistable;
import org.knime.node.parameters.widget.choices.TypedStringChoice.PossibleTypeValue;

/** The part of a filter that selects by type. */
public abstract class TypeFilter implements Persistable {

    public String[] m_selectedTypes;

    protected TypeFilter() {
        this(new String[0]);
    }

    protected TypeFilter(final String[] selectedTypes) {
        m_selectedTypes = selectedTypes;
    }

    protected abstract Optional<PossibleTypeValue> fromTypeId(String typeId);

    protected Predicate<String> getIsSelectedPredicate() {
        return Set.of(m_selectedTypes)::contains;
    }
}
