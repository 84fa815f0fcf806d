package org.knime.node.parameters.widget.choices.filter;

import java.util.List;
import java.util.function.Predicate;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;

/** A selection of columns: by hand, by a pattern over the names, or by type. Names come back in the table's order. */
public final class ColumnFilter extends TypedStringFilter<ColumnTypeFilter> {

    /** Selects no column. */
    public ColumnFilter() {
        this(new String[0]);
    }

    public ColumnFilter(final String[] initialSelected) {
        super(initialSelected, new ColumnTypeFilter());
    }

    public ColumnFilter(final List<DataColumnSpec> initialSelected) {
        super(initialSelected.stream().map(DataColumnSpec::getName).toList(), new ColumnTypeFilter());
    }

    /** Also selects columns that were not there when the user chose by hand. */
    public ColumnFilter withIncludeUnknownColumns() {
        setIncludeUnknownValues(true);
        return this;
    }

    public ColumnFilter withExcludeUnknownColumns() {
        setIncludeUnknownValues(false);
        return this;
    }

    public String[] filter(final List<DataColumnSpec> choices) {
        return getSelected(
                names(choices),
                typeFilter -> names(
                        choices.stream().filter(typeFilter.columnPredicate()).toList()));
    }

    public String[] filterFromFullSpec(final DataTableSpec spec) {
        return filter(spec.stream().toList());
    }

    public Predicate<DataColumnSpec> getFilterPredicate() {
        if (m_mode == SelectionMode.TYPE) {
            return m_typeFilter.columnPredicate();
        }
        final var isSelected = getStringFilterPredicate();
        return columnSpec -> isSelected.test(columnSpec.getName());
    }

    /** The columns selected by hand that the table lacks. */
    public String[] getMissingSelected(final List<DataColumnSpec> choices) {
        return getMissingSelected(names(choices));
    }

    public String[] getMissingSelectedFromFullSpec(final DataTableSpec spec) {
        return getMissingSelected(spec.stream().toList());
    }

    private static String[] names(final List<DataColumnSpec> columnSpecs) {
        return columnSpecs.stream().map(DataColumnSpec::getName).toArray(String[]::new);
    }
}
