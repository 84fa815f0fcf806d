package org.knime.node.parameters.widget.choices.filter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.NodeSettings;
import org.knime.node.parameters.NodeParameters;
import org.rnn4knime.standin.parameters.ParametersPersistence;

final class ColumnFilterTest {

    private static final DataTableSpec SPEC = new DataTableSpec(
            new DataColumnSpecCreator("Month", StringCell.TYPE).createSpec(),
            new DataColumnSpecCreator("Passengers", DoubleCell.TYPE).createSpec(),
            new DataColumnSpecCreator("Price", DoubleCell.TYPE).createSpec());

    static final class Parameters implements NodeParameters {
        ColumnFilter m_columns = new ColumnFilter(new String[] {"Price", "Gone"});
    }

    private static NodeSettings save(final Parameters parameters) {
        final var settings = new NodeSettings("model");
        ParametersPersistence.save(parameters, settings);
        return settings;
    }

    @Test
    void isSavedInKnimesStructure() throws Exception {
        final var filter = save(new Parameters()).getNodeSettings("columns");
        assertEquals(List.of("mode", "patternFilter", "manualFilter", "typeFilter"), List.copyOf(filter.keySet()));
        assertEquals("MANUAL", filter.getString("mode"));
        final var pattern = filter.getNodeSettings("patternFilter");
        assertEquals(List.of("pattern", "isCaseSensitive", "isInverted"), List.copyOf(pattern.keySet()));
        final var manual = filter.getNodeSettings("manualFilter");
        assertEquals(
                List.of("manuallySelected", "manuallyDeselected", "includeUnknownColumns"),
                List.copyOf(manual.keySet()));
        assertArrayEquals(new String[] {"Price", "Gone"}, manual.getStringArray("manuallySelected"));
        assertEquals(
                Set.of("selectedTypes"), filter.getNodeSettings("typeFilter").keySet());
    }

    @Test
    void isLoadedAsItWasSaved() throws Exception {
        final var parameters = new Parameters();
        parameters.m_columns.m_mode = SelectionMode.TYPE;
        final TypeFilter types = parameters.m_columns.m_typeFilter;
        types.m_selectedTypes = new String[] {DoubleValue.class.getName()};
        final var loaded = ParametersPersistence.load(Parameters.class, save(parameters)).m_columns;
        assertArrayEquals(new String[] {"Passengers", "Price"}, loaded.filterFromFullSpec(SPEC));
    }

    @Test
    void selectsByHandInTheOrderOfTheTable() {
        final var filter = new ColumnFilter(new String[] {"Price", "Month"});
        assertArrayEquals(new String[] {"Month", "Price"}, filter.filterFromFullSpec(SPEC));
    }

    @Test
    void selectsNothingByDefault() {
        assertEquals(0, new ColumnFilter().filterFromFullSpec(SPEC).length);
    }

    @Test
    void tellsTheSelectedColumnsThatTheTableLacks() {
        final var filter = new ColumnFilter(new String[] {"Price", "Gone"});
        assertArrayEquals(new String[] {"Gone"}, filter.getMissingSelectedFromFullSpec(SPEC));
    }

    @Test
    void selectsUnknownColumnsOnRequest() {
        final var filter = new ColumnFilter().withIncludeUnknownColumns();
        filter.m_manualFilter.m_manuallyDeselected = new String[] {"Price"};
        assertArrayEquals(new String[] {"Month", "Passengers"}, filter.filterFromFullSpec(SPEC));
    }

    @ParameterizedTest
    @CsvSource({
        "REGEX, p.*, false, false, Passengers Price",
        "REGEX, p.*, true, false, ''",
        "REGEX, P, true, false, ''",
        "REGEX, '', false, false, ''",
        "WILDCARD, P*, true, false, Passengers Price",
        "WILDCARD, Pr?ce, false, false, Price",
        "WILDCARD, P*, false, true, Month",
        "WILDCARD, P.*, false, false, ''",
    })
    void selectsByAPatternOverTheWholeName(
            final SelectionMode mode,
            final String pattern,
            final boolean caseSensitive,
            final boolean inverted,
            final String expected) {
        final var filter = new ColumnFilter();
        filter.m_mode = mode;
        filter.m_patternFilter.m_pattern = pattern;
        filter.m_patternFilter.m_isCaseSensitive = caseSensitive;
        filter.m_patternFilter.m_isInverted = inverted;
        assertEquals(expected, String.join(" ", filter.filterFromFullSpec(SPEC)));
        assertEquals(
                expected,
                String.join(
                        " ",
                        SPEC.stream()
                                .filter(filter.getFilterPredicate())
                                .map(column -> column.getName())
                                .toList()));
    }
}
