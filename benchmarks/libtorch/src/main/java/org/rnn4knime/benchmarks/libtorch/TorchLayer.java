package org.rnn4knime.benchmarks.libtorch;

import org.bytedeco.pytorch.GRUImpl;
import org.bytedeco.pytorch.LSTMImpl;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.RNNImpl;
import org.bytedeco.pytorch.Tensor;
import org.rnn4knime.benchmarks.worker.Task;

/**
 * One recurrent layer of libtorch. It reads [time, sequence, feature], its fastest layout. Its last state, [layer, sequence, unit],
 * comes from its second result, so that the way back need not fill the gradient of all steps with zeros.
 */
interface TorchLayer {

    /** What libtorch trains. */
    Module module();

    /** The state after the last step. */
    Tensor last(Tensor inputs);

    /** A new layer for a task. */
    static TorchLayer of(final Task task) {
        final var features = task.shape().features();
        final var units = task.shape().units();
        return switch (task.cell()) {
            case LSTM -> new Lstm(new LSTMImpl(features, units));
            case GRU -> new Gru(new GRUImpl(features, units));
            case ELMAN -> new Elman(new RNNImpl(features, units));
        };
    }

    /** Long short-term memory. */
    record Lstm(LSTMImpl module) implements TorchLayer {
        @Override
        public Tensor last(final Tensor inputs) {
            return module.forward(inputs).get1().get0();
        }
    }

    /** Gated recurrent unit. */
    record Gru(GRUImpl module) implements TorchLayer {
        @Override
        public Tensor last(final Tensor inputs) {
            return module.forward(inputs).get1();
        }
    }

    /** Elman's network. */
    record Elman(RNNImpl module) implements TorchLayer {
        @Override
        public Tensor last(final Tensor inputs) {
            return module.forward(inputs).get1();
        }
    }
}
