package org.rnn4knime.engine.network;

import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rnn4knime.engine.network.Outputs.Scope;
import org.rnn4knime.engine.network.Outputs.Type;
import org.rnn4knime.engine.network.kernel.LayerKernel.Mode;

class PassPoolTest {

    private static final NetworkPass.Key KEY = new NetworkPass.Key(3, Mode.INFERENCE);

    private static PassPool pool(final int most) {
        final var plan = new NetworkPlan(
                Inputs.numbers(1), new NetworkSettings(CellType.LSTM, 2), new Outputs(1, Type.NUMBERS, Scope.STEP));
        return new PassPool(plan, List.of(), most);
    }

    private static NetworkPass any(final PassPool pool) {
        return pool.with(KEY, pass -> pass);
    }

    @Test
    void aPassIsUsedAgain() {
        try (var pool = pool(2)) {
            assertSame(any(pool), any(pool));
        }
    }

    @Test
    void morePassesThanAreKeptDoNotSpoilThePool() {
        try (var pool = pool(1)) {
            for (int time = 0; time < 3; time++) {
                pool.with(KEY, outer -> {
                    assertNotSame(outer, any(pool));
                    return outer;
                });
            }
            assertSame(any(pool), any(pool));
        }
    }

    @Test
    void aPassWhoseWorkFailedIsGivenUp() {
        try (var pool = pool(2)) {
            final var first = any(pool);
            assertThrows(
                    IllegalStateException.class,
                    () -> pool.with(KEY, pass -> {
                        assertSame(first, pass);
                        throw new IllegalStateException();
                    }));
            assertNotSame(first, any(pool));
        }
    }
}
