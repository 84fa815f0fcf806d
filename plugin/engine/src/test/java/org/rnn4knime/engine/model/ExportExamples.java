package org.rnn4knime.engine.model;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.Random;
import org.rnn4knime.engine.network.Activation;
import org.rnn4knime.engine.network.CellType;
import org.rnn4knime.engine.network.Convolution;
import org.rnn4knime.engine.network.Inputs;
import org.rnn4knime.engine.network.NetworkPlan;
import org.rnn4knime.engine.network.NetworkSettings;
import org.rnn4knime.engine.network.Outputs;
import org.rnn4knime.engine.network.Outputs.Scope;
import org.rnn4knime.engine.network.Outputs.Type;
import org.rnn4knime.engine.network.Parameters;
import org.rnn4knime.engine.network.Summary;

/** Networks to be exported. */
final class ExportExamples {

    static final int FEATURES = 3;

    static final int HIDDEN = 5;

    static final NetworkSettings DROPOUT =
            new NetworkSettings(CellType.LSTM, HIDDEN, 2, true, Activation.TANH, Optional.empty(), Summary.LAST, 0.5);

    private ExportExamples() {}

    static NetworkSettings settings(final CellType cell, final int layers, final boolean both, final Summary summary) {
        return new NetworkSettings(cell, HIDDEN, layers, both, Activation.TANH, Optional.empty(), summary, 0);
    }

    static NetworkSettings convolving(final Convolution convolution) {
        return new NetworkSettings(
                CellType.LSTM, HIDDEN, 1, true, Activation.TANH, Optional.of(convolution), Summary.LAST, 0.1);
    }

    static NetworkPlan plan(final NetworkSettings settings, final Scope scope) {
        return new NetworkPlan(Inputs.numbers(FEATURES), settings, new Outputs(2, Type.NUMBERS, scope));
    }

    static float[] parameters(final NetworkPlan plan) {
        return numbers(Parameters.count(plan), 0.7);
    }

    /** The same each time. */
    static float[] numbers(final int count, final double bound) {
        final var random = new Random(count);
        final var numbers = new float[count];
        for (int index = 0; index < count; index++) {
            numbers[index] = (float) (bound * (2 * random.nextDouble() - 1));
        }
        return numbers;
    }

    static byte[] export(final NetworkPlan plan) throws IOException {
        final var stream = new ByteArrayOutputStream();
        Dl4jExport.write(plan, parameters(plan), stream);
        return stream.toByteArray();
    }
}
