package org.rnn4knime.engine.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.Reference;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

class MemoryAvailableTest {

    private static final long MEGABYTE = 1 << 20;

    private static final int LARGE = 200 << 20;

    @Test
    void whatIsInUseIsNotAvailable() {
        final var before = MemoryAvailable.afterCollectingGarbage().heap();
        final var large = new byte[LARGE];
        final var after = MemoryAvailable.afterCollectingGarbage().heap();
        Reference.reachabilityFence(large);
        assertTrue(before - after > LARGE - 20 * MEGABYTE, before + " and then " + after);
    }

    @Test
    void garbageIsAvailableOnceItIsCollected() {
        final var before = MemoryAvailable.afterCollectingGarbage().heap();
        int made = 0;
        for (int time = 0; time < 3; time++) {
            made += new byte[LARGE / 3].length;
        }
        final var after = MemoryAvailable.afterCollectingGarbage().heap();
        assertTrue(made > 0 && before - after < 20 * MEGABYTE, before + " and then " + after);
    }

    @Test
    void whatIsAtHandIsAPartOfWhatTheHeapCanTake() {
        final var available = MemoryAvailable.now();
        assertTrue(available.heap() < Runtime.getRuntime().maxMemory(), "" + available);
        assertTrue(available.heapAtHand() <= Runtime.getRuntime().totalMemory(), "" + available);
    }

    @Test
    void whatIsTakenOutsideOfTheHeapIsNotAvailable() {
        Dl4jRuntime.call(() -> Nd4j.create(1));
        System.gc();
        try (var pointer = new FloatPointer(100 * MEGABYTE / Float.BYTES)) {
            final var available = MemoryAvailable.now();
            assertTrue(available.outside() <= Pointer.maxBytes() - pointer.capacity() * Float.BYTES, "" + available);
            assertEquals(Pointer.maxBytes() - Pointer.totalBytes(), available.outside(), MEGABYTE);
        }
    }
}
