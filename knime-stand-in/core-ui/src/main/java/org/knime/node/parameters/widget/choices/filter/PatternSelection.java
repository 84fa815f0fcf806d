package org.knime.node.parameters.widget.choices.filter;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.knime.node.parameters.persistence.Persistable;

/** The part of a filter that selects by a pattern over the whole name. The fields are saved in their order. */
final class PatternSelection implements Persistable {

    String m_pattern = "";

    boolean m_isCaseSensitive;

    boolean m_isInverted;

    /** An empty pattern matches no name. */
    Predicate<String> regexPredicate() {
        return predicate(m_pattern);
    }

    /** The star stands for any characters, the question mark for one. */
    Predicate<String> wildcardPredicate() {
        final var regex = new StringBuilder();
        for (final var character : m_pattern.toCharArray()) {
            regex.append(
                    switch (character) {
                        case '*' -> ".*";
                        case '?' -> ".";
                        default -> Pattern.quote(String.valueOf(character));
                    });
        }
        return predicate(regex.toString());
    }

    private Predicate<String> predicate(final String regex) {
        final var flags = m_isCaseSensitive ? Pattern.DOTALL : Pattern.DOTALL | Pattern.CASE_INSENSITIVE;
        final var matches = Pattern.compile(regex, flags).asMatchPredicate();
        final Predicate<String> selects = regex.isEmpty() ? name -> false : matches;
        return m_isInverted ? selects.negate() : selects;
    }
}
