package org.rnn4knime.engine.prediction;

import java.util.List;

/**
 * Texts that a model has written.
 *
 * @param texts one for each beginning, in their order, with the beginning as it was given
 * @param warnings sentences for the user; often none
 */
public record Generated(List<String> texts, List<String> warnings) {

    /** Copies the lists; refuses null. */
    public Generated {
        texts = List.copyOf(texts);
        warnings = List.copyOf(warnings);
    }
}
