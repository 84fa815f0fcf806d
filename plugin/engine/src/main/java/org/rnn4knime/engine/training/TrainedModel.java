package org.rnn4knime.engine.training;

import java.util.List;
import java.util.Objects;
import org.rnn4knime.engine.model.RnnModel;

/**
 * The result of a training.
 *
 * @param model the model
 * @param warnings sentences for the user about the data; often none
 */
public record TrainedModel(RnnModel model, List<String> warnings) {

    /** Copies the list; refuses null. */
    public TrainedModel {
        Objects.requireNonNull(model);
        warnings = List.copyOf(warnings);
    }
}
