package org.rnn4knime.engine.sequence;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The words of a text in Unicode's normal form C.
 *
 * <ul>
 *   <li>A word is a run of letters, digits and their marks. An apostrophe, a hyphen or another sign that joins letters belongs
 *       to it where it stands between two of them ("don't", "well-known"), a point or comma between two digits ("3.14").
 *   <li>Each punctuation mark, symbol or emoji is a word of its own.
 *   <li>White space, control and format characters separate words and are dropped.
 *   <li>Each Chinese character and each Hiragana is a word of its own: without a dictionary nobody can tell where longer words
 *       end. Runs of Katakana are words.
 *   <li>Thai is split by the dictionary of the Java runtime. In Lao, Khmer and Burmese, which have no spaces either and no such
 *       dictionary, each character is a word.
 * </ul>
 */
final class Words {

    private static final String CHINESE_OR_HIRAGANA = "\\p{IsHan}\\p{IsHiragana}";

    /** With the sign of a long vowel and half-width signs, which Unicode counts to no single script. */
    private static final String KATAKANA = "\\p{IsKatakana}\u30FC\uFF70\uFF9E\uFF9F";

    private static final String THAI = "\\p{IsThai}";

    private static final String WITHOUT_DICTIONARY = "\\p{IsLao}\\p{IsKhmer}\\p{IsMyanmar}";

    private static final String LETTER =
            "[\\p{L}\\p{N}&&[^" + CHINESE_OR_HIRAGANA + KATAKANA + THAI + WITHOUT_DICTIONARY + "]]";

    private static final String LETTERS = LETTER + "[" + LETTER + "\\p{M}]*+";

    /** Apostrophes, hyphens (one is soft), the middle dot, Hebrew geresh and gershayim, and two that cannot be seen. */
    private static final String JOINER = "['\u2019\\-\u2010\u2011\u00AD\u00B7\u05F3\u05F4\u200C\u200D]";

    private static final String SINGLE = "[" + CHINESE_OR_HIRAGANA + "&&[\\p{L}\\p{N}]][\\p{M}\u30FC]*+";

    private static final String OPENING = "\\p{Ps}\\p{Pi}\u00BF\u00A1";

    private static final String CLOSING = "\\p{Pe}\\p{Pf}.,:;!?%\u2026";

    /** Chinese and Japanese punctuation marks, which bring their own space. */
    private static final String WIDE =
            "\u3001\u3002\u3008-\u3011\u3014-\u301B\uFF01\uFF08\uFF09\uFF0C\uFF0E\uFF1A\uFF1B\uFF1F";

    private static final String QUOTES = "\"'";

    /**
     * Tried from the first alternative to the last. A mark that can open is a word without the accents that may follow it, so
     * that it can be joined to any word. All repetitions are possessive: Java's others need stack for each round.
     */
    private static final Pattern WORD = Pattern.compile("[\\p{IsWhite_Space}\\p{Cc}\\p{Cf}]++"
            + "|(?<thai>[" + THAI + "&&[\\p{L}\\p{N}]][" + THAI + "\\p{M}&&[\\p{L}\\p{N}\\p{M}]]*+)"
            + "|(?<word>" + LETTERS + "(?:(?:" + JOINER + "|(?<=\\p{Nd})[.,](?=\\p{Nd}))" + LETTERS + ")*+"
            + "|" + SINGLE
            + "|[" + KATAKANA + "&&[\\p{L}\\p{N}]][" + KATAKANA + "\\p{M}&&[\\p{L}\\p{N}\\p{M}]]*+"
            + "|[" + OPENING + WIDE + QUOTES + "]"
            + "|\\X)");

    private static final Pattern OPENS = Pattern.compile("[" + OPENING + WIDE + "]");

    private static final Pattern CLOSES = Pattern.compile("[" + CLOSING + WIDE + "]");

    private static final Pattern QUOTE = Pattern.compile("[" + QUOTES + "]");

    private static final Pattern ONE_LETTER = Pattern.compile(SINGLE);

    private static final Pattern CHINESE_OR_JAPANESE =
            Pattern.compile("[" + CHINESE_OR_HIRAGANA + "\\p{IsKatakana}&&[\\p{L}\\p{N}]]");

    private static final Pattern MARK = Pattern.compile("\\p{M}");

    private static final Locale THAI_LANGUAGE = Locale.forLanguageTag("th");

    private Words() {}

    /** The words, in order. */
    static List<String> split(final String text) {
        final var words = new ArrayList<String>();
        final var matcher = WORD.matcher(text);
        while (matcher.find()) {
            if (matcher.start("thai") >= 0) {
                addThai(matcher.group(), words);
            } else if (matcher.start("word") >= 0) {
                words.add(matcher.group());
            }
        }
        return words;
    }

    /** A word beside others need not be one where it stands alone: so each is split again until it stays as it is. */
    private static void addThai(final String run, final List<String> words) {
        final var parts = thaiParts(run);
        if (parts.size() == 1) {
            words.add(run);
        } else {
            parts.forEach(part -> addThai(part, words));
        }
    }

    private static List<String> thaiParts(final String run) {
        final var breaks = BreakIterator.getWordInstance(THAI_LANGUAGE);
        breaks.setText(run);
        final var parts = new ArrayList<String>();
        int from = 0;
        for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            if (to == run.length()
                    || !MARK.matcher(run).region(to, run.length()).lookingAt()) {
                parts.add(run.substring(from, to));
                from = to;
            }
        }
        return parts;
    }

    /**
     * The text of words in any order: a space between two, but none before a closing punctuation mark, after an opening one or
     * where Chinese or Japanese has none; straight quotation marks open and close by turns. Splitting it gives the words again.
     */
    static String join(final List<String> words) {
        final var text = new StringBuilder();
        final var openQuotes = new HashSet<String>();
        var before = "";
        var isOpen = true;
        for (final var word : words) {
            final var isQuote = QUOTE.matcher(word).matches();
            final var closes =
                    isQuote ? openQuotes.remove(word) : CLOSES.matcher(word).matches();
            if (!isOpen && !closes && !isWithoutSpace(before, word)) {
                text.append(' ');
            }
            text.append(word);
            isOpen = isQuote ? !closes : OPENS.matcher(word).matches();
            if (isQuote && isOpen) {
                openQuotes.add(word);
            }
            before = word;
        }
        return text.toString();
    }

    /** Two words of Katakana would become one. */
    private static boolean isWithoutSpace(final String word, final String next) {
        return CHINESE_OR_JAPANESE.matcher(word).lookingAt()
                && CHINESE_OR_JAPANESE.matcher(next).lookingAt()
                && (ONE_LETTER.matcher(word).matches()
                        || ONE_LETTER.matcher(next).matches());
    }
}
