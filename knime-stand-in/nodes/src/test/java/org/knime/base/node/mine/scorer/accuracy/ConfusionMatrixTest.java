package org.knime.base.node.mine.scorer.accuracy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConfusionMatrixTest {

    private static final ConfusionMatrix MATRIX =
            ConfusionMatrix.of(List.of("a", "a", "a", "b", "c"), List.of("a", "a", "b", "b", "a"));

    @Test
    void countsPairsInTheOrderOfTheirFirstAppearance() {
        assertEquals(List.of("a", "b", "c"), MATRIX.classes());
        assertArrayEquals(new int[] {2, 1, 0}, MATRIX.counts()[0]);
        assertArrayEquals(new int[] {0, 1, 0}, MATRIX.counts()[1]);
        assertArrayEquals(new int[] {1, 0, 0}, MATRIX.counts()[2]);
    }

    @Test
    void tellsRightFromWrongForEachClass() {
        assertEquals(2, MATRIX.truePositives(0));
        assertEquals(1, MATRIX.falsePositives(0));
        assertEquals(1, MATRIX.falseNegatives(0));
        assertEquals(1, MATRIX.trueNegatives(0));
    }

    @Test
    void measuresAccuracyAndKappa() {
        assertEquals(0.6, MATRIX.accuracy(), 1e-12);
        // By chance: 3/5 * 3/5 + 1/5 * 2/5 + 1/5 * 0.
        assertEquals((0.6 - 0.44) / (1 - 0.44), MATRIX.kappa(), 1e-12);
    }

    @Test
    void hasNoKappaOfASingleClassAndNoAccuracyOfNothing() {
        final var single = ConfusionMatrix.of(List.of("a", "a"), List.of("a", "a"));
        assertEquals(1, single.accuracy(), 1e-12);
        assertTrue(Double.isNaN(single.kappa()));
        assertTrue(Double.isNaN(ConfusionMatrix.of(List.of(), List.of()).accuracy()));
    }
}
