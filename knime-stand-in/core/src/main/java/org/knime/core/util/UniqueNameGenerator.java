package org.knime.core.util;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;

/** Gives names that are not in use: a name that is taken gets " (#1)", " (#2)" … */
public final class UniqueNameGenerator {

    private static final Pattern NUMBERED = Pattern.compile("(.*) \\(#(\\d{1,9})\\)");

    private final Set<String> m_taken;

    public UniqueNameGenerator(final Set<String> taken) {
        m_taken = new HashSet<>(taken);
    }

    /** Takes the names of the columns as in use. */
    public UniqueNameGenerator(final DataTableSpec spec) {
        this(Set.of(spec.getColumnNames()));
    }

    /** The suggested name, or the next numbered one, which is in use from now on. */
    public String newName(final String suggested) {
        final var wanted = suggested.trim();
        final var numbered = NUMBERED.matcher(wanted);
        final var taken = numbered.matches() && m_taken.contains(wanted);
        final var stem = taken ? numbered.group(1) : wanted;
        var number = taken ? Integer.parseInt(numbered.group(2)) : 0;
        var name = wanted;
        while (!m_taken.add(name)) {
            number++;
            name = stem + " (#" + number + ")";
        }
        return name;
    }

    public DataColumnSpec newColumn(final String suggested, final DataType type) {
        return newCreator(suggested, type).createSpec();
    }

    public DataColumnSpecCreator newCreator(final String suggested, final DataType type) {
        return new DataColumnSpecCreator(newName(suggested), type);
    }
}
