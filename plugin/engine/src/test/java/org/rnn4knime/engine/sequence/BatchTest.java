package org.rnn4knime.engine.sequence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class BatchTest {

    /** [time, feature, window] of 3 steps, 2 features, 2 windows: the value tells where it stands. */
    private static Tensor tensor() {
        final var tensor = Tensor.zeros(3, 2, 2);
        for (int step = 0; step < 3; step++) {
            for (int feature = 0; feature < 2; feature++) {
                for (int window = 0; window < 2; window++) {
                    tensor.values()[tensor.index(step, feature, window)] = 100 * step + 10 * feature + window;
                }
            }
        }
        return tensor;
    }

    @Test
    void windowsLieSideBySide() {
        assertArrayEquals(new float[] {0, 1, 10, 11, 100, 101, 110, 111, 200, 201, 210, 211}, tensor().values());
        assertEquals(210, tensor().get(2, 1, 0));
    }

    @Test
    void stepsAreCopied() {
        assertArrayEquals(new float[] {100, 101, 110, 111}, tensor().step(1));
        assertArrayEquals(new float[] {101, 111}, tensor().step(1, 1));
        assertArrayEquals(
                new float[] {100, 101, 110, 111, 200, 201, 210, 211},
                tensor().steps(1, 3).values());
        assertThrows(IndexOutOfBoundsException.class, () -> tensor().steps(1, 4));
    }

    @Test
    void aBatchOfEqualLengthIsReadToTheEnd() {
        assertArrayEquals(
                new int[] {3, 3}, Batch.ofEqualLength(tensor(), tensor()).lengths());
    }

    @Test
    void aPieceOfABatchHasWhatIsLeftOfEachWindow() {
        final var batch = new Batch(tensor(), new int[] {3, 1}, tensor());

        final var piece = batch.steps(1, 3);

        assertArrayEquals(new int[] {2, 0}, piece.lengths());
        assertArrayEquals(
                new float[] {100, 101, 110, 111, 200, 201, 210, 211},
                piece.inputs().values());
        assertArrayEquals(new int[] {1, 1}, batch.steps(0, 1).lengths());
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThrows(IllegalArgumentException.class, () -> new Tensor(2, 1, 1, new float[3]));
        assertThrows(ArithmeticException.class, () -> Tensor.zeros(1 << 20, 1 << 20, 1));
        assertThrows(IllegalArgumentException.class, () -> new Batch(tensor(), new int[] {3}, tensor()));
        assertThrows(IllegalArgumentException.class, () -> new Batch(tensor(), new int[] {3, 4}, tensor()));
        assertThrows(IllegalArgumentException.class, () -> new Batch(tensor(), new int[] {3, -1}, tensor()));
        assertThrows(
                IllegalArgumentException.class, () -> new Batch(tensor(), new int[] {3, 3}, Tensor.zeros(3, 1, 1)));
    }
}
