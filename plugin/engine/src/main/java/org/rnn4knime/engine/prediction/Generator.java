package org.rnn4knime.engine.prediction;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.rnn4knime.engine.model.RnnModel;
import org.rnn4knime.engine.network.kernel.SliceThreads;
import org.rnn4knime.engine.sequence.DataSettings;
import org.rnn4knime.engine.sequence.Interrupts;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.engine.sequence.Tokens;

/** Writes texts, symbol after symbol, each drawn from the probabilities that a model gives to what may come next. */
public final class Generator {

    /** Texts that one thread writes one after the other: few enough for several threads to share some hundred. */
    private static final int TEXTS_TOGETHER = 64;

    private static final int MOST_NAMES = 3;

    private final RnnModel model;

    private final GeneratorSettings settings;

    private final GenerationListener listener;

    private final SymbolCodes symbols;

    private final List<Optional<String>> beginnings;

    /** Of the symbols that could be added at most. */
    private final AtomicLong done = new AtomicLong();

    private long told;

    private Generator(
            final RnnModel model,
            final List<Optional<String>> beginnings,
            final GeneratorSettings settings,
            final GenerationListener listener) {
        this.model = model;
        this.symbols = new SymbolCodes(model);
        this.settings = asInTraining(settings);
        this.listener = listener;
        this.beginnings = beginnings;
    }

    private GeneratorSettings asInTraining(final GeneratorSettings given) {
        return new GeneratorSettings(
                given.temperature(),
                given.topK(),
                given.length(),
                given.stopSymbol().map(stop -> symbols.split(stop).get(0)),
                given.seed());
    }

    /**
     * Continues texts. Each is read as in training and goes on until the network ends it, the stop symbol comes up, or
     * it has got as many symbols as the settings allow. A symbol is chosen by the last ones before it, as many as the
     * model's sequence length says; it is never an unknown one. What is added to a text follows from the seed, its
     * number and its beginning; the texts beside it make no difference.
     *
     * @param model of the next symbols of texts
     * @param beginnings one a text, empty for a text that begins with nothing
     * @param settings how they are continued
     * @param listener is told how far it is, and may stop it
     * @throws IllegalArgumentException as {@link #requireFitting} does
     * @throws org.rnn4knime.engine.sequence.UnusableDataException if the values in the network are no numbers any more
     * @throws org.rnn4knime.engine.runtime.UnsupportedPlatformException if nothing can be computed on this platform
     * @throws CancellationException if the listener stops it or the thread is interrupted
     */
    public static Generated generate(
            final RnnModel model,
            final List<Optional<String>> beginnings,
            final GeneratorSettings settings,
            final GenerationListener listener) {
        requireFitting(model.settings().data(), settings);
        final var generator = new Generator(model, beginnings, settings, listener);
        return new Generated(generator.texts(), generator.warnings());
    }

    /**
     * Refuses a model that does not predict the next symbols of texts, and a stop symbol that is none or several of its
     * symbols.
     *
     * @param data what the model predicts
     * @throws IllegalArgumentException with a message for users
     */
    public static void requireFitting(final DataSettings data, final GeneratorSettings settings) {
        final var isFuture = data.predict() == Scope.FUTURE;
        if (data.layout() != SequenceLayout.TEXT || !isFuture) {
            throw new IllegalArgumentException("The model "
                    + (isFuture ? "forecasts" : "predicts") + " \"" + data.targetName()
                    + "\", but only a model of the next symbols of a text can write texts. Use the "
                    + (isFuture ? "RNN Forecaster" : "RNN Predictor")
                    + " for this model, or train one that predicts the next values of texts.");
        }
        settings.stopSymbol().ifPresent(stop -> requireSymbol(stop, data));
    }

    private static void requireSymbol(final String stop, final DataSettings data) {
        final var count = data.tokenizer().split(stop).size();
        final var unit = data.tokenizer().tokens() == Tokens.CHARACTERS ? "character" : "word";
        if (count != 1) {
            throw new IllegalArgumentException(
                    "The stop symbol must be one " + unit + ", as the model splits texts into " + unit + "s, but \""
                            + stop + "\" is " + count + ". Give one " + unit + ", or switch it off.");
        }
    }

    private List<String> texts() {
        final var texts = new String[beginnings.size()];
        final var processors = Runtime.getRuntime().availableProcessors();
        final var groups = (texts.length + TEXTS_TOGETHER - 1) / TEXTS_TOGETHER;
        // Each writer computes in its own thread alone.
        try (var networks = model.ensemble(1)) {
            final var sampler = new SymbolSampler(settings.temperature(), settings.topK(), symbols.first());
            final var writer = new TextWriter(model, networks, symbols, sampler);
            SliceThreads.run(
                    groups,
                    processors,
                    this::check,
                    (group, pulse) ->
                            writer.write(drafts(group), done::addAndGet, draft -> finish(draft, texts), pulse));
        }
        check();
        return List.of(texts);
    }

    private Iterator<Draft> drafts(final int group) {
        final var first = group * TEXTS_TOGETHER;
        return IntStream.range(first, Math.min(beginnings.size(), first + TEXTS_TOGETHER))
                .mapToObj(row -> new Draft(
                        row,
                        symbols.split(beginning(row)),
                        symbols,
                        settings,
                        model.settings().sequences().sequenceLength()))
                .iterator();
    }

    private String beginning(final int row) {
        return beginnings.get(row).orElse("");
    }

    private void finish(final Draft draft, final String[] texts) {
        texts[draft.row()] = symbols.continued(beginning(draft.row()), draft.written());
        done.addAndGet(draft.left());
    }

    private void check() {
        Interrupts.refuse();
        final var now = done.get();
        if (now != told) {
            told = now;
            listener.progress((double) now / ((long) settings.length() * beginnings.size()));
        }
    }

    private List<String> warnings() {
        final var warnings = new ArrayList<String>();
        unknown().ifPresent(warnings::add);
        settings.stopSymbol()
                .filter(stop -> !symbols.isKnown(stop))
                .ifPresent(stop ->
                        warnings.add("The model does not know the stop symbol \"" + stop + "\", so it ends no text."));
        return warnings;
    }

    private Optional<String> unknown() {
        final var names = new LinkedHashSet<String>();
        int count = 0;
        for (final var beginning : beginnings) {
            for (final var symbol : symbols.split(beginning.orElse(""))) {
                if (!symbols.isKnown(symbol)) {
                    count++;
                    if (names.size() < MOST_NAMES) {
                        names.add("\"" + symbol + "\"");
                    }
                }
            }
        }
        return count == 0
                ? Optional.empty()
                : Optional.of("The beginnings have " + count + (count == 1 ? " symbol" : " symbols")
                        + " that the model does not know, such as " + String.join(", ", names)
                        + (count == 1 ? ": it is read as an unknown one." : ": they are read as unknown ones."));
    }
}
