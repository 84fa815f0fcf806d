package org.rnn4knime.engine.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenizerTest {

    private static final Tokenizer CHARACTERS = new Tokenizer(Tokens.CHARACTERS, false);

    private static final Tokenizer WORDS = new Tokenizer(Tokens.WORDS, false);

    private static String normal(final String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static void assertWords(final String text, final String... words) {
        assertEquals(List.of(words), WORDS.split(text));
        assertEquals(List.of(words), WORDS.split(WORDS.join(List.of(words))));
    }

    /** Text of all that makes splitting hard: marks, joiners, quotation marks, scripts without spaces, emoji, halves. */
    @Provide
    static Arbitrary<String> texts() {
        final var pieces = Arbitraries.of(
                "a", "B", "ß", "İ", "J\u030C", "Σ", "1", "2", ".", ",", "'", "\"", "’", "“", "”", "„", "«", "»", "-",
                "\u2010", "\u00AD", "·", "_", "(", ")", "[", "¿", "!", "?", "…", "%", "€", "<", "=", " ", "\n", "\r",
                "\r\n", "\t", "\u00A0", "\u3000", "\u200B", "\uFEFF", "\u0000", "\u0301", "\u0323", "\u0338", "\u200D",
                "\u200C", "\uFE0F", "\u20E3", "가", "\u1100", "\u1161", "\u11A8", "我", "々", "〇", "か", "\u3099", "ー", "カ",
                "ﾞ", "ｰ", "・", "、", "。", "「", "」", "（", "）", "〰", "สวัสดี", "ครับ", "\u0E31", "\u0E48", "ๆ", "ำ", "เ",
                "ທ", "\u0EB5", "ខ", "\u17D2", "မ", "\u102B", "क", "\u094D", "\u093F", "א", "״", "ע", "\u0D4E", "\u0600",
                "👩", "🏽", "🚀", "🇩", "🇪", "❤", "‼", "☝", "\uD83D", "\uDE42");
        return Arbitraries.oneOf(
                pieces.list().ofMaxSize(14).map(list -> String.join("", list)),
                Arbitraries.strings().ofMaxLength(12));
    }

    @Property(tries = 5000)
    void joinsTheCharactersOfATextToItsNormalForm(@ForAll("texts") final String text) {
        final var lower = normal(normal(text).toLowerCase(Locale.ROOT));

        assertEquals(normal(text), CHARACTERS.join(CHARACTERS.split(text)));
        assertEquals(lower, CHARACTERS.join(new Tokenizer(Tokens.CHARACTERS, true).split(text)));
    }

    @Property(tries = 5000)
    void splitsWordsThatWereJoinedInAnyOrderIntoThemselves(
            @ForAll("texts") final String text, @ForAll final long seed) {
        for (final var lowerCase : List.of(false, true)) {
            final var tokenizer = new Tokenizer(Tokens.WORDS, lowerCase);
            final var words = new ArrayList<>(tokenizer.split(text));

            assertEquals(words, tokenizer.split(tokenizer.join(words)));
            Collections.shuffle(words, new Random(seed));
            assertEquals(words, tokenizer.split(tokenizer.join(words)), () -> tokenizer.join(words));
        }
    }

    @Property(tries = 2000)
    void takesTextsThatLookTheSameForTheSame(@ForAll("texts") final String text, @ForAll final Tokens tokens) {
        for (final var lowerCase : List.of(false, true)) {
            final var tokenizer = new Tokenizer(tokens, lowerCase);
            final var decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);

            assertEquals(tokenizer.split(text), tokenizer.split(decomposed));
        }
    }

    @ParameterizedTest
    @EnumSource
    void findsNothingInAnEmptyText(final Tokens tokens) {
        final var tokenizer = new Tokenizer(tokens, true);

        assertEquals(List.of(), tokenizer.split(""));
        assertEquals("", tokenizer.join(List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                " ",
                "\r\n",
                "é",
                "e\u0301",
                "\u1ECD\u0301",
                "a\u0301\u0302\u0303",
                "한",
                "\u1112\u1161\u11AB",
                "ᄀ",
                "नि",
                "กำ",
                "นี้",
                "🙂",
                "👍🏽",
                "☝🏽",
                "👨‍👩‍👧‍👦",
                "👩🏽‍🚀",
                "🏳️‍🌈",
                "❤️‍🔥",
                "🇩🇪",
                "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
                "1️⃣",
                "#️⃣",
                "\u0301",
                "\uD83D"
            })
    void takesWhatLooksLikeOneCharacterForOne(final String character) {
        assertEquals(List.of(normal(character)), CHARACTERS.split(character));
        assertEquals(List.of(normal(character), "x"), CHARACTERS.split(character + "x"));
    }

    @Test
    void separatesCharactersThatOnlyStandSideBySide() {
        assertEquals(List.of("🇩🇪", "🇫🇷", "🇯"), CHARACTERS.split("🇩🇪🇫🇷🇯"));
        assertEquals(List.of("👩", "👩"), CHARACTERS.split("👩👩"));
        assertEquals(List.of("\n", "\r", "\r\n", "\r"), CHARACTERS.split("\n\r\r\n\r"));
        assertEquals(List.of("각", "가", "a"), CHARACTERS.split("\u1100\u1161\u11A8가a"));
    }

    @Test
    void writesLargeLettersSmallOnlyIfAsked() {
        assertEquals(List.of("A", "ß"), CHARACTERS.split("Aß"));
        assertEquals(List.of("ǰ", "i\u0307"), new Tokenizer(Tokens.CHARACTERS, true).split("J\u030Cİ"));
        assertEquals(List.of("οδος", "title"), new Tokenizer(Tokens.WORDS, true).split("ΟΔΟΣ TITLE"));
        final var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertEquals(List.of("title"), new Tokenizer(Tokens.WORDS, true).split("TITLE"));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void separatesWordsFromPunctuation() {
        assertWords("Hello, world!", "Hello", ",", "world", "!");
        assertWords("Wait... what?!", "Wait", ".", ".", ".", "what", "?", "!");
        assertWords("a/b = 50% of €3", "a", "/", "b", "=", "50", "%", "of", "€", "3");
        assertWords("  \t\n ");
        assertWords("one\u00A0two\u3000three\u200Bfour", "one", "two", "three", "four");
    }

    @Test
    void keepsWhatJoinsLettersInsideAWord() {
        assertWords("don't o’clock rock'n'roll", "don't", "o’clock", "rock'n'roll");
        assertWords("well-known mother-in-law", "well-known", "mother-in-law");
        assertWords("dogs' 'tis - -5 a--b", "dogs", "'", "'", "tis", "-", "-", "5", "a", "-", "-", "b");
        assertWords("3.14 1,000.5 end. 5,a 1.", "3.14", "1,000.5", "end", ".", "5", ",", "a", "1", ".");
        assertWords("l·l צה״ל 1949-01", "l·l", "צה״ל", "1949-01");
        assertWords("می\u200Cخواهم", "می\u200Cخواهم");
    }

    @Test
    void keepsMarksWithTheirLetters() {
        assertWords("cafe\u0301 naïve x\u0302", "café", "naïve", "x\u0302");
        assertWords("हिन्दी में", "हिन्दी", "में");
        assertWords("한국어 단어", "한국어", "단어");
    }

    @Test
    void takesEachEmojiForAWord() {
        assertWords("hi🙂👍🏽👨‍👩‍👧‍👦 🇩🇪🇫🇷", "hi", "🙂", "👍🏽", "👨‍👩‍👧‍👦", "🇩🇪", "🇫🇷");
    }

    @Test
    void splitsScriptsWithoutSpaces() {
        assertWords("我爱北京。", "我", "爱", "北", "京", "。");
        assertWords("コーヒーを飲む2024年", "コーヒー", "を", "飲", "む", "2024", "年");
        assertWords("สวัสดีครับ ผมชื่อ", "สวัสดี", "ครับ", "ผม", "ชื่อ");
        assertWords("าาไทย", "า", "า", "ไทย");
        assertWords("ສະບາຍ", "ສ", "ະ", "ບ", "າ", "ຍ");
    }

    @Test
    void setsSpacesAsAWriterWould() {
        for (final var text : List.of(
                "Hello, world! It's (really) \"fine\": see [1].",
                "¿Qué? “So,” he said… 50%; ok",
                "He said 'no' and \"yes\", twice.",
                "我爱北京，你呢？「好」。",
                "コーヒーを飲む")) {
            assertEquals(text, WORDS.join(WORDS.split(text)));
        }
        assertEquals("a b", WORDS.join(List.of("a", "b")));
        assertEquals("コ カ", WORDS.join(List.of("コ", "カ")));
        assertEquals(".", WORDS.join(List.of(".")));
    }

    @Test
    void givesEqualSymbolsAsOneObject() {
        final var symbols = CHARACTERS.split("banana");

        assertSame(symbols.get(1), symbols.get(3));
        assertThrows(UnsupportedOperationException.class, () -> symbols.set(0, "x"));
    }

    @Test
    void splitsLongTextsOfAnyKind() {
        final var count = 100_000;

        assertEquals(count, CHARACTERS.split("🇩🇪".repeat(count)).size());
        assertEquals(1, CHARACTERS.split("a" + "\u0301".repeat(count)).size());
        assertEquals(1, WORDS.split("a-".repeat(count) + "a").size());
        assertEquals(1, WORDS.split("1.".repeat(count) + "1").size());
        assertEquals(count, WORDS.split("我".repeat(count)).size());
        assertEquals(1, WORDS.split("a" + "\u0301".repeat(count)).size());
        assertEquals(count, WORDS.split("! ".repeat(count)).size());
        final var words = WORDS.split("ab, cd. ".repeat(count / 4));
        assertEquals(words, WORDS.split(WORDS.join(words)));
    }

    @Test
    void leavesNoSignOut() {
        for (final int codePoint :
                IntStream.rangeClosed(0, Character.MAX_CODE_POINT).toArray()) {
            final var sign = Character.toString(codePoint);
            final var type = Character.getType(codePoint);
            final var separates = Character.isWhitespace(codePoint)
                    || Character.isSpaceChar(codePoint)
                    || type == Character.CONTROL
                    || type == Character.FORMAT;

            assertEquals(
                    separates ? List.of() : List.of(normal(sign)),
                    WORDS.split(sign),
                    () -> Integer.toHexString(codePoint));
        }
    }
}
