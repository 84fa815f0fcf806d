package org.knime.node.parameters.widget.choices.filter;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.knime.node.parameters.persistence.Persistable;

/**
 * A selection among names that have types, made by hand, by a pattern or by type. The fields are saved in their order.
 * Those that are public in KNIME but of types that it keeps for itself are hidden here; their names still are the keys.
 */
public abstract class TypedStringFilter<T extends TypeFilter> implements Persistable {

    SelectionMode m_mode;

    PatternSelection m_patternFilter;

    ManualSelection m_manualFilter;

    public T m_typeFilter;

    protected TypedStringFilter(final String[] initialSelected, final T defaultTypeFilter) {
        m_mode = SelectionMode.MANUAL;
        m_patternFilter = new PatternSelection();
        m_manualFilter = new ManualSelection();
        m_manualFilter.m_manuallySelected = initialSelected;
        m_typeFilter = defaultTypeFilter;
    }

    protected TypedStringFilter(final List<String> initialSelected, final T defaultTypeFilter) {
        this(initialSelected.toArray(String[]::new), defaultTypeFilter);
    }

    protected void setIncludeUnknownValues(final boolean value) {
        m_manualFilter.m_includeUnknownColumns = value;
    }

    /** The names selected by hand that are not among the choices. */
    protected String[] getMissingSelected(final String[] choices) {
        return m_mode == SelectionMode.MANUAL ? m_manualFilter.missingAmong(choices) : new String[0];
    }

    protected String[] getSelected(final String[] choices, final Function<T, String[]> getSelectedFromTypeFilter) {
        if (m_mode == SelectionMode.TYPE) {
            return getSelectedFromTypeFilter.apply(m_typeFilter);
        }
        return Arrays.stream(choices).filter(getStringFilterPredicate()).toArray(String[]::new);
    }

    protected Predicate<String> getStringFilterPredicate() {
        return switch (m_mode) {
            case MANUAL -> m_manualFilter.predicate();
            case REGEX -> m_patternFilter.regexPredicate();
            case WILDCARD -> m_patternFilter.wildcardPredicate();
            case TYPE -> throw new IllegalStateException("A filter by type cannot be applied to a name.");
        };
    }
}
