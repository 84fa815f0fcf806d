package org.rnn4knime.engine.sequence;

import java.util.ArrayList;
import java.util.List;

/** The symbol before the first and behind the last one of a text. */
public final class Boundary {

    /** Unicode's own promise is that no text contains this code point. */
    public static final String SYMBOL = "\uFDD0";

    private Boundary() {}

    /** Puts the boundary around symbols. */
    static List<String> frame(final List<String> symbols) {
        final var framed = new ArrayList<String>(symbols.size() + 2);
        framed.add(SYMBOL);
        framed.addAll(symbols);
        framed.add(SYMBOL);
        return framed;
    }
}
