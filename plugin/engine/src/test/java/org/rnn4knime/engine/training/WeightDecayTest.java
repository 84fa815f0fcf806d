package org.rnn4knime.engine.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnn4knime.engine.Examples.sine;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rnn4knime.engine.Data;
import org.rnn4knime.engine.Setup;
import org.rnn4knime.engine.model.OptimizerSettings;
import org.rnn4knime.engine.model.OptimizerType;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;

/** AdamW takes its part of each weight away in each step of a training (Loshchilov and Hutter 2019, algorithm 2). */
class WeightDecayTest {

    private static final double RATE = 0.01;

    private static Setup setup(final OptimizerType type, final double decay, final int epochs) {
        return Setup.of(Data.of(SequenceLayout.ROWS, Scope.FUTURE).target("value"))
                .batchSize(100)
                .optimizer(new OptimizerSettings(type, decay, 0, false))
                .epochs(epochs, RATE);
    }

    private static float[] train(final OptimizerType type, final double decay, final int epochs) {
        return setup(type, decay, epochs).train(sine(30)).networks().get(0).parameters();
    }

    private static float[] handMade(final double decay, final int epochs) {
        try (var hand = new HandMade(setup(OptimizerType.ADAMW, decay, epochs), sine(30))) {
            final var count = hand.parameters().length;
            final var m = new double[count];
            final var v = new double[count];
            for (int step = 1; step <= epochs; step++) {
                final var gradient = hand.gradient(hand.batches(step).get(0));
                for (int index = 0; index < count; index++) {
                    final double slope = gradient[index];
                    m[index] += 0.1 * (slope - m[index]);
                    v[index] += 0.001 * (slope * slope - v[index]);
                    final var mean = m[index] / (1 - Math.pow(0.9, step));
                    final var square = v[index] / (1 - Math.pow(0.999, step));
                    final double before = hand.parameters()[index];
                    hand.parameters()[index] =
                            (float) (before - RATE * decay * before - RATE * mean / (Math.sqrt(square) + 1e-8));
                }
            }
            return hand.parameters();
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "0.5, 1", "1, 1", "0, 2", "0.5, 2", "1, 3"})
    void theWeightsAreThoseOfTheEquations(final double decay, final int epochs) {
        assertArrayEquals(handMade(decay, epochs), train(OptimizerType.ADAMW, decay, epochs), 2e-5f);
    }

    @ParameterizedTest
    @CsvSource({"1, 0.005", "3, 0.015"})
    void theDecayMakesADifferenceThatIsNoRounding(final int epochs, final double least) {
        final var with = train(OptimizerType.ADAMW, 1, epochs);
        final var without = train(OptimizerType.ADAMW, 0, epochs);
        double most = 0;
        for (int index = 0; index < with.length; index++) {
            most = Math.max(most, Math.abs(with[index] - without[index]));
        }
        assertTrue(most > least, "only " + most);
    }

    @ParameterizedTest
    @CsvSource({"ADAM", "RMSPROP", "SGD"})
    void noOtherOptimizerReadsTheDecay(final OptimizerType type) {
        assertArrayEquals(train(type, 0, 3), train(type, 1, 3));
    }
}
