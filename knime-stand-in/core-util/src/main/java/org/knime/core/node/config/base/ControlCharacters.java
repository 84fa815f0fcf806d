package org.knime.core.node.config.base;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** KNIME's own escape for characters that XML cannot hold or would change: %% and the code in five digits. */
final class ControlCharacters {

    /** A text that looks like an escape is escaped too, so that it comes back unchanged. */
    private static final Pattern TO_ENCODE = Pattern.compile("[\\x00-\\x1F\\uFFFE\\uFFFF]|%(?=%\\d{5})");

    private static final Pattern ENCODED = Pattern.compile("%%(\\d{5})");

    private ControlCharacters() {}

    static String encode(final String text) {
        return TO_ENCODE.matcher(text).replaceAll(ControlCharacters::encode);
    }

    private static String encode(final MatchResult match) {
        return String.format("%%%%%05d", (int) match.group().charAt(0));
    }

    static String decode(final String text) {
        return ENCODED.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(match.group(1)))));
    }
}
