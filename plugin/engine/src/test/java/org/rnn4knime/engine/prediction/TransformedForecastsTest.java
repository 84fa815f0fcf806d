package org.rnn4knime.engine.prediction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnn4knime.engine.Examples.numbers;
import static org.rnn4knime.engine.Examples.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rnn4knime.engine.Data;
import org.rnn4knime.engine.Predicted;
import org.rnn4knime.engine.Setup;
import org.rnn4knime.engine.encoding.Normalization;
import org.rnn4knime.engine.encoding.TargetTransform;
import org.rnn4knime.engine.encoding.WindowLevel;
import org.rnn4knime.engine.network.CellType;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;

/** What was taken off a target before it was learned is put on what is predicted: a trend is followed beyond all that was learned. */
class TransformedForecastsTest {

    private static final int LEARNED = 100;

    private static final int ALL = 130;

    /** Rises from 100 to 360 with a swing of four steps. */
    private static double[] values(final int count) {
        return IntStream.range(0, count)
                .mapToDouble(step -> 100 + 2 * step + 8 * Math.sin(step * Math.PI / 2))
                .toArray();
    }

    private static List<TargetTransform> transforms() {
        final var transforms = new ArrayList<TargetTransform>();
        for (final boolean logarithm : new boolean[] {false, true}) {
            for (final boolean difference : new boolean[] {false, true}) {
                for (final var season : List.of(Optional.<Integer>empty(), Optional.of(4))) {
                    for (final var level : WindowLevel.values()) {
                        final var transform = new TargetTransform(logarithm, difference, season, level);
                        if (transform.needsThePast()) {
                            transforms.add(transform);
                        }
                    }
                }
            }
        }
        return transforms;
    }

    @ParameterizedTest
    @MethodSource("transforms")
    void aTrendIsFollowed(final TargetTransform transform) {
        final var model = Setup.of(Data.of(SequenceLayout.ROWS, Scope.FUTURE))
                .length(6)
                .network(CellType.GRU, 8)
                .normalization(Normalization.Z_SCORE)
                .transform(transform)
                .epochs(15, 0.02)
                .train(table(numbers("y", values(LEARNED))));
        final var truth = values(ALL);
        final var predicted = Predicted.of(model, table(numbers("y", truth)));
        final var first = 6 + transform.firstStep();
        final var error = IntStream.range(LEARNED, ALL)
                .mapToDouble(row -> Math.abs(predicted[row][0] - truth[row]))
                .average()
                .orElseThrow();

        assertEquals(ALL - first, Predicted.count(predicted));
        assertTrue(error < 10, () -> "mean error " + error);
    }
}
