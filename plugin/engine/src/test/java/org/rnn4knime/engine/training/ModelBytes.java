package org.rnn4knime.engine.training;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.rnn4knime.engine.model.EpochRecord;
import org.rnn4knime.engine.model.ModelFile;
import org.rnn4knime.engine.model.Provenance;
import org.rnn4knime.engine.model.RnnModel;
import org.rnn4knime.engine.model.TrainedNetwork;

/** What two trainings that are the same have in common. */
final class ModelBytes {

    private ModelBytes() {}

    /** The model's file without what differs from run to run: the date, and how long the epochs took. */
    static byte[] of(final RnnModel model) throws IOException {
        return file(new RnnModel(
                model.settings(),
                model.encoders(),
                model.networks().stream().map(ModelBytes::timeless).toList(),
                model.comparison(),
                model.forecastErrors(),
                timeless(model.provenance())));
    }

    /** The model's file. */
    static byte[] file(final RnnModel model) throws IOException {
        final var stream = new ByteArrayOutputStream();
        ModelFile.write(model, stream);
        return stream.toByteArray();
    }

    /** The model that was written to a file and read again. */
    static RnnModel saved(final RnnModel model) throws IOException {
        return ModelFile.read(new ByteArrayInputStream(file(model)));
    }

    private static TrainedNetwork timeless(final TrainedNetwork network) {
        return new TrainedNetwork(
                network.parameters(),
                timeless(network.history()),
                network.bestEpoch(),
                network.reach(),
                network.state());
    }

    /** A history without durations. */
    static List<EpochRecord> timeless(final List<EpochRecord> history) {
        return history.stream()
                .map(epoch -> new EpochRecord(
                        epoch.epoch(),
                        epoch.trainingLoss(),
                        epoch.validationLoss(),
                        epoch.metric(),
                        epoch.learningRate(),
                        epoch.gradient(),
                        0))
                .toList();
    }

    private static Provenance timeless(final Provenance provenance) {
        return new Provenance(
                provenance.extensionVersion(),
                provenance.deeplearning4jVersion(),
                provenance.javaVersion(),
                "",
                provenance.seed(),
                provenance.rows(),
                provenance.sequences(),
                provenance.trainingWindows(),
                provenance.validationWindows());
    }
}
