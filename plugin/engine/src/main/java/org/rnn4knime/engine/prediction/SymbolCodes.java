package org.rnn4knime.engine.prediction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rnn4knime.engine.encoding.ClassTarget;
import org.rnn4knime.engine.encoding.InputKind;
import org.rnn4knime.engine.encoding.NominalEncoder;
import org.rnn4knime.engine.encoding.Vocabulary;
import org.rnn4knime.engine.model.RnnModel;
import org.rnn4knime.engine.sequence.Boundary;
import org.rnn4knime.engine.sequence.Tensor;
import org.rnn4knime.engine.sequence.Tokenizer;
import org.rnn4knime.engine.sequence.Tokens;

/** The symbols that a model of next symbols reads and writes. */
final class SymbolCodes {

    private final Tokenizer tokenizer;

    private final NominalEncoder encoder;

    private final ClassTarget target;

    private final Map<String, Integer> codes = new HashMap<>();

    SymbolCodes(final RnnModel model) {
        this.tokenizer = model.settings().data().tokenizer();
        this.encoder = model.encoders().ownPast().orElseThrow().symbols().orElseThrow();
        this.target = (ClassTarget) model.encoders().target();
        final var known = encoder.vocabulary().values();
        for (int index = 0; index < known.size(); index++) {
            codes.put(known.get(index), index + 1);
        }
    }

    /** As in training. */
    List<String> split(final String text) {
        return tokenizer.split(text);
    }

    /**
     * A text with more symbols. It stays as it was given, whatever was done to it to read it, and words are set behind
     * it as they stand behind its own; where it ends with a space, no other one follows.
     */
    String continued(final String text, final List<String> more) {
        final var before = split(text);
        final var all = new ArrayList<>(before);
        all.addAll(more);
        final var added = tokenizer.join(all).substring(tokenizer.join(before).length());
        final var hasSpace = tokenizer.tokens() == Tokens.WORDS
                && !text.isEmpty()
                && Character.isWhitespace(text.codePointBefore(text.length()));
        return text + (hasSpace ? added.stripLeading() : added);
    }

    /** What the network reads for a symbol. */
    int code(final String symbol) {
        return codes.getOrDefault(symbol, Vocabulary.UNKNOWN);
    }

    boolean isKnown(final String symbol) {
        return codes.containsKey(symbol);
    }

    /** The symbol whose probability has a place, from {@link #first()} on. */
    String symbol(final int place) {
        return target.names().get(place - target.first());
    }

    /** The place of the first symbol; what stands before it is the probability of an unknown one. */
    int first() {
        return target.first();
    }

    static boolean isBoundary(final String symbol) {
        return symbol.equals(Boundary.SYMBOL);
    }

    /** Writes what the network reads of a code into inputs that hold zeros. */
    void write(final int code, final int step, final int slot, final Tensor inputs) {
        if (encoder.kind() == InputKind.INDEX) {
            inputs.values()[inputs.index(step, 0, slot)] = code;
        } else if (code != Vocabulary.UNKNOWN) {
            inputs.values()[inputs.index(step, code - 1, slot)] = 1;
        }
    }
}
