package org.rnn4knime.engine.prediction;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.rnn4knime.engine.model.RnnModel;
import org.rnn4knime.engine.network.Ensemble;
import org.rnn4knime.engine.sequence.Tensor;
import org.rnn4knime.engine.sequence.UnusableDataException;

/**
 * Writes texts side by side, symbol after symbol; where one ends the next begins. The network always computes the same
 * number of places, taken or not, as rounding depends on it: so a text does not depend on those beside it.
 */
final class TextWriter {

    /** As many as the network computes at once. */
    private static final int PLACES = 16;

    /** What is read for one symbol of all places must fit into memory. */
    private static final long MOST_VALUES = 1L << 26;

    private final Ensemble networks;

    private final SymbolCodes symbols;

    private final SymbolSampler sampler;

    private final int features;

    private final int places;

    /**
     * @param networks of the model, for which other writers may compute at the same time
     * @param sampler chooses each symbol
     */
    TextWriter(final RnnModel model, final Ensemble networks, final SymbolCodes symbols, final SymbolSampler sampler) {
        this.networks = networks;
        this.symbols = symbols;
        this.sampler = sampler;
        this.features = model.plan().inputs().features();
        final var values = (long) features * model.settings().sequences().sequenceLength();
        this.places = (int) Math.max(1, Math.min(PLACES, MOST_VALUES / values));
    }

    /**
     * Writes texts.
     *
     * @param drafts begun
     * @param progress takes the number of texts that went on by a symbol, or ended
     * @param done takes each text that has ended
     * @param pulse as the network runs it
     */
    void write(
            final Iterator<Draft> drafts,
            final IntConsumer progress,
            final Consumer<Draft> done,
            final Runnable pulse) {
        final var active = new ArrayList<Draft>();
        fill(active, drafts);
        while (!active.isEmpty()) {
            goOn(active, pulse);
            progress.accept(active.size());
            active.stream().filter(Draft::isEnded).forEach(done);
            active.removeIf(Draft::isEnded);
            fill(active, drafts);
        }
    }

    private void fill(final List<Draft> active, final Iterator<Draft> drafts) {
        while (active.size() < places && drafts.hasNext()) {
            active.add(drafts.next());
        }
    }

    /** One symbol more for each. */
    private void goOn(final List<Draft> drafts, final Runnable pulse) {
        final var lengths = new int[places];
        int steps = 0;
        for (int place = 0; place < drafts.size(); place++) {
            lengths[place] = drafts.get(place).length();
            steps = Math.max(steps, lengths[place]);
        }
        final var inputs = Tensor.zeros(steps, features, places);
        for (int place = 0; place < drafts.size(); place++) {
            for (int step = 0; step < lengths[place]; step++) {
                symbols.write(drafts.get(place).code(step), step, place, inputs);
            }
        }
        final var outputs = networks.predict(inputs, lengths, pulse);
        for (int place = 0; place < drafts.size(); place++) {
            final var last = Math.min(outputs.steps(), lengths[place]) - 1;
            final var probabilities = outputs.step(last, place);
            requireNumbers(probabilities, drafts.get(place));
            drafts.get(place).goOn(sampler, probabilities);
        }
    }

    private static void requireNumbers(final float[] probabilities, final Draft draft) {
        if (Float.isNaN(probabilities[0])) {
            throw new UnusableDataException(
                    "The values in the network have grown beyond all numbers while it read text " + (draft.row() + 1)
                            + ".",
                    "Train a model with the activation tanh, or with another cell type.");
        }
    }
}
