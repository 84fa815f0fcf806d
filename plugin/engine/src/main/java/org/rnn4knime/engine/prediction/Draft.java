package org.rnn4knime.engine.prediction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.rnn4knime.engine.sequence.Boundary;

/** A text that is being written. For one thread. */
final class Draft {

    private final int row;

    private final SymbolCodes symbols;

    private final GeneratorSettings settings;

    private final int sequenceLength;

    private final RandomGenerator random;

    private final List<String> written = new ArrayList<>();

    private int[] codes;

    private int size;

    private int chosen;

    private boolean isEnded;

    /**
     * Begins a text.
     *
     * @param row its number: the random numbers follow from it and the seed
     * @param beginning its first symbols
     * @param sequenceLength the most symbols that the network reads
     */
    Draft(
            final int row,
            final List<String> beginning,
            final SymbolCodes symbols,
            final GeneratorSettings settings,
            final int sequenceLength) {
        this.row = row;
        this.symbols = symbols;
        this.settings = settings;
        this.sequenceLength = sequenceLength;
        // Mixed twice, as the seeds and rows of a user are neighbours: else one seed's text would be another one's in
        // the next row.
        this.random = new SplittableRandom(
                new SplittableRandom(new SplittableRandom(settings.seed()).nextLong() ^ row).nextLong());
        this.codes = new int[Math.min(beginning.size() + 1, sequenceLength)];
        if (beginning.size() < sequenceLength) {
            append(symbols.code(Boundary.SYMBOL));
        }
        beginning.stream()
                .skip(Math.max(0, beginning.size() - sequenceLength))
                .forEach(symbol -> append(symbols.code(symbol)));
    }

    private void append(final int code) {
        if (size == codes.length) {
            codes = Arrays.copyOf(codes, 2 * size);
        }
        codes[size] = code;
        size++;
    }

    int row() {
        return row;
    }

    /** The symbols that the network reads for the next one. */
    int length() {
        return Math.min(size, sequenceLength);
    }

    /** What it reads for one of them. */
    int code(final int step) {
        return codes[size - length() + step];
    }

    /** Goes on by one symbol or ends, given the probabilities of all. */
    void goOn(final SymbolSampler sampler, final float[] probabilities) {
        chosen++;
        final var symbol = symbols.symbol(sampler.draw(probabilities, random));
        if (SymbolCodes.isBoundary(symbol)) {
            isEnded = true;
            return;
        }
        append(symbols.code(symbol));
        written.add(symbol);
        isEnded = written.size() == settings.length()
                || settings.stopSymbol().filter(symbol::equals).isPresent();
    }

    boolean isEnded() {
        return isEnded;
    }

    /** How many symbols more it could have got. */
    int left() {
        return settings.length() - chosen;
    }

    /** What was added to the beginning. */
    List<String> written() {
        return List.copyOf(written);
    }
}
