package org.rnn4knime.nodes.inspector;

import java.util.Locale;
import java.util.stream.Collectors;
import org.rnn4knime.engine.sequence.Boundary;

/** Symbols of texts as a table can show them. */
final class SymbolWords {

    private SymbolWords() {}

    /** Returns the symbol, or its name where there is nothing to be seen. */
    static String of(final String symbol) {
        if (symbol.equals(Boundary.SYMBOL)) {
            return "(start or end of text)";
        }
        return symbol.codePoints().allMatch(SymbolWords::isInvisible)
                ? symbol.codePoints().mapToObj(SymbolWords::name).collect(Collectors.joining(", ", "(", ")"))
                : symbol;
    }

    private static boolean isInvisible(final int codePoint) {
        return Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || Character.isISOControl(codePoint)
                || Character.getType(codePoint) == Character.FORMAT;
    }

    /** Returns the name in Unicode without a short form such as that in "LINE FEED (LF)". */
    private static String name(final int codePoint) {
        return Character.getName(codePoint).replaceFirst(" \\(.*", "").toLowerCase(Locale.ROOT);
    }
}
