package org.rnn4knime.engine.sequence;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Splits a text into symbols and joins symbols to a text. A text is first brought into Unicode's normal form C, so that a
 * letter and the same letter put together out of parts (an accent, the parts of a Korean syllable) are one symbol.
 *
 * <p>A character is an extended grapheme cluster (<a href="https://www.unicode.org/reports/tr29/">Unicode Standard Annex
 * 29</a>) as the Java runtime knows it. What a word is, {@link Words} says.
 *
 * @param tokens what a symbol is
 * @param lowerCase whether large and small letters are one symbol, written small
 */
public record Tokenizer(Tokens tokens, boolean lowerCase) {

    private static final Pattern CHARACTER = Pattern.compile("\\X");

    /** Refuses null. */
    public Tokenizer {
        Objects.requireNonNull(tokens);
    }

    /** The symbols of a text, in order; an empty text has none. Symbols that are equal are one object. */
    public List<String> split(final String text) {
        final var normal = normal(text);
        return shared(
                switch (tokens) {
                    case CHARACTERS -> characters(normal);
                    case WORDS -> Words.split(normal);
                });
    }

    /**
     * The text of symbols in any order. Characters follow each other with nothing between, so that those of a text make its
     * normal form again. Words are set as {@link Words#join} says, so that splitting the text gives the same words again.
     */
    public String join(final List<String> symbols) {
        return switch (tokens) {
            case CHARACTERS -> String.join("", symbols);
            case WORDS -> Words.join(symbols);
        };
    }

    private String normal(final String text) {
        final var normal = Normalizer.normalize(text, Normalizer.Form.NFC);
        // A few letters have a form with an accent in lower case only, so it may take another turn.
        return lowerCase ? Normalizer.normalize(normal.toLowerCase(Locale.ROOT), Normalizer.Form.NFC) : normal;
    }

    private static List<String> characters(final String text) {
        final var symbols = new ArrayList<String>();
        final var matcher = CHARACTER.matcher(text);
        while (matcher.find()) {
            symbols.add(matcher.group());
        }
        return symbols;
    }

    /** A long text has few different symbols: one object for each keeps it small. */
    private static List<String> shared(final List<String> symbols) {
        final var known = new HashMap<String, String>();
        symbols.replaceAll(symbol -> known.computeIfAbsent(symbol, first -> first));
        return Collections.unmodifiableList(symbols);
    }
}
