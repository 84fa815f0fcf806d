package org.rnn4knime.engine.prediction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rnn4knime.engine.encoding.VocabularySettings;
import org.rnn4knime.engine.model.RnnModel;
import org.rnn4knime.engine.network.Activation;
import org.rnn4knime.engine.network.CellType;
import org.rnn4knime.engine.network.NetworkSettings;
import org.rnn4knime.engine.network.Summary;
import org.rnn4knime.engine.sequence.Boundary;

/** What the generator writes with models of a few verses, which they know by heart. */
class GeneratorTest {

    private static final String FAMILY = "\uD83D\uDC69\u200D\uD83D\uDC69\u200D\uD83D\uDC67";

    private static final List<String> VERSES = List.of(
            "roses are red", "violets are blue", "sugar is sweet", "and so are you", "누구나 자유롭게", FAMILY + " ok");

    private static RnnModel verses;

    private static RnnModel alphabet;

    private static RnnModel words;

    @BeforeAll
    static void train() {
        verses = TextModels.CHARACTERS.train(VERSES.toArray(String[]::new));
        alphabet = TextModels.CHARACTERS.reading(6).train("abcdabcdabcdabcdabcd", "cdabcdabcdabcd");
        words = TextModels.CHARACTERS.words().train("Roses are red, my love.", "Violets are blue, my dear.", "Why?");
    }

    @Test
    void goesOnAsTheTextsOfTheTrainingDid() {
        assertEquals(List.of("cdabcdabcdabcdabcdabcdabcd"), texts(alphabet, mostProbable(24), "cd"));
    }

    @Test
    void endsWhereTheTextsOfTheTrainingDid() {
        assertEquals(VERSES, texts(verses, mostProbable(1000), "ro", "v", "sug", "an", "누구", FAMILY));
    }

    @Test
    void beginsWithNothingWhereNoBeginningIsGiven() {
        final var written = Generator.generate(
                verses, List.of(Optional.empty(), Optional.of("")), mostProbable(1000), GenerationListener.NONE);

        assertEquals(written.texts().get(0), written.texts().get(1));
        assertTrue(VERSES.stream().anyMatch(verse -> written.texts().get(0).startsWith(verse.substring(0, 3))));
        assertEquals(List.of(), written.warnings());
    }

    @Test
    void endsWithTheStopSymbol() {
        final var settings = new GeneratorSettings(0, Optional.empty(), 1000, Optional.of("e"), 1);

        assertEquals(
                List.of("rose", "sugar is swe", "violets are"), texts(verses, settings, "ro", "sug", "violets ar"));
    }

    @Test
    void countsTheStopSymbolOfABeginningAsAnyOther() {
        final var settings = new GeneratorSettings(0, Optional.empty(), 1000, Optional.of("s"), 1);

        assertEquals(List.of("violets are blue"), texts(verses, settings, "violets"));
    }

    @Test
    void addsAtMostAsManySymbolsAsAskedFor() {
        assertEquals(List.of("roses", "누구나 자", FAMILY + " ok"), texts(verses, mostProbable(3), "ro", "누구", FAMILY));
        assertEquals(List.of("ros"), texts(verses, mostProbable(1), "ro"));
    }

    @Test
    void keepsABeginningAsItIsWhateverItReadsOfIt() {
        final var parts = Normalizer.normalize("누구", Normalizer.Form.NFD);

        assertEquals(List.of(parts + "나 자유롭게"), texts(verses, mostProbable(100), parts));
        assertEquals(
                List.of("ROSES  are red, my love.", "Violets\nare blue, my dear.", "\tWhy?"),
                texts(words, mostProbable(100), "ROSES  ", "Violets\nare", "\tWhy"));
    }

    @Test
    void setsWordsAsATextHasThem() {
        assertEquals(List.of("roses are red, my love."), texts(words, mostProbable(100), "roses"));
    }

    @Test
    void takesAStopSymbolInAnyForm() {
        final var settings = new GeneratorSettings(0, Optional.empty(), 100, Optional.of("RED"), 1);

        assertEquals(List.of("Roses are red"), texts(words, settings, "Roses"));
    }

    @Test
    void goesOnFromTheEndOfABeginningThatIsLongerThanItReads() {
        final var settings = new GeneratorSettings(1.5, Optional.empty(), 50, Optional.empty(), 1);
        final var end = "abcdab";
        final var one = texts(alphabet, settings, "d".repeat(500) + end).get(0).substring(506);
        final var other = texts(alphabet, settings, "ca" + end).get(0).substring(8);

        assertEquals(one, other);
        assertEquals(List.of("abcd".repeat(60)), texts(alphabet, mostProbable(40), "abcd".repeat(50)));
    }

    @Test
    void readsUnknownSymbolsAsSuchAndCountsThem() {
        final var one = generate(verses, mostProbable(5), "ro", "!sugar");
        final var many = generate(verses, mostProbable(5), "XXY", "Z1");

        assertEquals(
                List.of("The beginnings have 1 symbol that the model does not know, such as \"!\": it is read as an"
                        + " unknown one."),
                one.warnings());
        assertEquals("roses a", one.texts().get(0));
        assertEquals(
                List.of(
                        "The beginnings have 5 symbols that the model does not know, such as \"X\", \"Y\", \"Z\": they are"
                                + " read as unknown ones."),
                many.warnings());
        assertTrue(many.texts().get(0).startsWith("XXY"));
    }

    @Test
    void saysWhenTheStopSymbolIsUnknown() {
        final var settings = new GeneratorSettings(0, Optional.empty(), 100, Optional.of("!"), 1);

        assertEquals(
                List.of("The model does not know the stop symbol \"!\", so it ends no text."),
                generate(verses, settings, "ro").warnings());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 32})
    void neverWritesAnUnknownSymbol(final int mostOneHot) {
        final var often = TextModels.CHARACTERS
                .vocabulary(new VocabularySettings(Optional.empty(), 3), mostOneHot)
                .train("abxabyabzab", "abuabvabwab");

        final var texts =
                texts(often, new GeneratorSettings(10, Optional.empty(), 100, Optional.empty(), 1), copies("", 50));

        assertTrue(texts.stream().allMatch(text -> text.matches("[ab]*")), texts::toString);
        assertTrue(texts.stream().anyMatch(text -> text.length() > 10), texts::toString);
    }

    @Test
    void makesNothingOfNothing() {
        assertEquals(List.of(), texts(verses, mostProbable(10)));
    }

    @Test
    void continuesEqualBeginningsEachInItsOwnWay() {
        final var texts = texts(verses, drawn(1), copies("", 100));

        assertTrue(new HashSet<>(texts).size() >= VERSES.size(), texts::toString);
        assertEquals(1, new HashSet<>(texts(verses, mostProbable(20), copies("a", 100))).size());
    }

    @ParameterizedTest
    @EnumSource(CellType.class)
    void writesATextAloneAsAmongOthers(final CellType cell) {
        assertIndependent(
                TextModels.CHARACTERS.network(new NetworkSettings(cell, 12), 3).train(VERSES.toArray(String[]::new)));
    }

    @ParameterizedTest
    @EnumSource(Summary.class)
    void doesSoWhereTheWholeWindowIsSummedUp(final Summary summary) {
        final var network =
                new NetworkSettings(CellType.LSTM, 6, 2, true, Activation.TANH, Optional.empty(), summary, 0);

        assertIndependent(TextModels.CHARACTERS.network(network, 3).train(VERSES.toArray(String[]::new)));
    }

    /**
     * Beside many others, of other lengths, in other threads: each text must be what it is where it stands alone in its
     * row.
     */
    private static void assertIndependent(final RnnModel model) {
        final var beginnings = IntStream.range(0, 150)
                .mapToObj(row -> VERSES.get(row % VERSES.size()).substring(0, row % 7))
                .toArray(String[]::new);
        final var together = texts(model, drawn(1.3), beginnings);

        for (int row = 0; row < beginnings.length; row += 11) {
            final var alone = Collections.nCopies(row, "").toArray(String[]::new);
            final var those = Arrays.copyOf(alone, row + 1);
            those[row] = beginnings[row];
            assertEquals(together.get(row), texts(model, drawn(1.3), those).get(row));
        }
        assertEquals(together.subList(0, 1), texts(model, drawn(1.3), beginnings[0]));
    }

    @Test
    void writesTheSameForTheSameSeedAndSomethingElseForAnother() {
        final var beginnings = copies("", 40);
        final var texts = texts(verses, drawn(1), beginnings);

        assertEquals(texts, texts(verses, drawn(1), beginnings));
        final var other =
                texts(verses, new GeneratorSettings(1, Optional.empty(), 40, Optional.empty(), 2), beginnings);
        assertNotEquals(texts, other);
        // Nor are they those of the next rows.
        assertNotEquals(texts.subList(1, 40), other.subList(0, 39));
    }

    @Test
    void writesWhatTheTextsWereLikeWhereItDraws() {
        final var texts = texts(verses, drawn(0.5), copies("", 200));

        final var right = texts.stream().filter(VERSES::contains).count();
        assertTrue(right > 100, () -> right + " of " + texts);
    }

    @Test
    void asksThePredictorsOpinionOfEachNextSymbol() {
        final var text = "violets are red";
        final var results =
                (ClassResults) Predictor.predict(verses, TextModels.table(text)).results();

        for (int place = 0; place < text.length(); place++) {
            final var best = results.names().get(results.best(place));
            assertEquals(
                    text.substring(0, place) + (best.equals(Boundary.SYMBOL) ? "" : best),
                    texts(verses, mostProbable(1), text.substring(0, place)).get(0));
        }
    }

    @Test
    void drawsAsOftenAsThePredictorSays() {
        final var unsure = TextModels.CHARACTERS
                .network(new NetworkSettings(CellType.GRU, 8), 5)
                .train(VERSES.toArray(String[]::new));
        final var results = (ClassResults)
                Predictor.predict(unsure, TextModels.table("rox")).results();
        final int texts = 4000;

        final var counts = texts(
                        unsure, new GeneratorSettings(1, Optional.empty(), 1, Optional.empty(), 3), copies("ro", texts))
                .stream()
                .collect(Collectors.groupingBy(text -> text.substring(2), Collectors.counting()));

        final var known = 1 - results.encodedProbability(2, 0);
        for (int symbol = 0; symbol < results.names().size(); symbol++) {
            final var name = results.names().get(symbol);
            final var expected = results.probability(2, symbol) / known;
            final var found = (double) counts.getOrDefault(name.equals(Boundary.SYMBOL) ? "" : name, 0L) / texts;
            assertEquals(expected, found, 5 * Math.sqrt(expected * (1 - expected) / texts), name);
        }
    }

    @Test
    void drawsOnlyFromTheMostProbableIfAskedTo() {
        final var settings = new GeneratorSettings(10, Optional.of(1), 30, Optional.empty(), 5);

        assertEquals(texts(verses, mostProbable(30), "ro", "s"), texts(verses, settings, "ro", "s"));
    }

    @Test
    void tellsHowFarItIs() {
        final var fractions = new ArrayList<Double>();

        Generator.generate(verses, List.of(Optional.of("ro"), Optional.of("누구")), mostProbable(50), fractions::add);

        assertEquals(fractions.stream().sorted().distinct().toList(), fractions);
        assertTrue(fractions.size() > 5, fractions::toString);
        assertEquals(1.0, fractions.get(fractions.size() - 1));
        assertFalse(fractions.get(0) > 0.1, fractions::toString);
    }

    private static GeneratorSettings mostProbable(final int length) {
        return new GeneratorSettings(0, Optional.empty(), length, Optional.empty(), 1);
    }

    private static GeneratorSettings drawn(final double temperature) {
        return new GeneratorSettings(temperature, Optional.empty(), 40, Optional.empty(), 1);
    }

    private static String[] copies(final String text, final int count) {
        return Collections.nCopies(count, text).toArray(String[]::new);
    }

    private static List<String> texts(
            final RnnModel model, final GeneratorSettings settings, final String... beginnings) {
        return generate(model, settings, beginnings).texts();
    }

    private static Generated generate(
            final RnnModel model, final GeneratorSettings settings, final String... beginnings) {
        return Generator.generate(
                model, Arrays.stream(beginnings).map(Optional::of).toList(), settings, GenerationListener.NONE);
    }
}
