package org.rnn4knime.engine.prediction;

/** Is told how far the generator is. */
@FunctionalInterface
public interface GenerationListener {

    /** Does nothing. */
    GenerationListener NONE = fraction -> {};

    /**
     * Called after some more symbols, in the thread that called the generator.
     *
     * @param fraction of the symbols that could be added at most; a text that has ended counts as done
     * @throws java.util.concurrent.CancellationException to stop
     */
    void progress(double fraction);
}
