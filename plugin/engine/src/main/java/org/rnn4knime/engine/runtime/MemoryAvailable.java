package org.rnn4knime.engine.runtime;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.util.OptionalLong;
import org.bytedeco.javacpp.Pointer;

/**
 * The memory that can still be taken, in bytes. To ask for it loads no native library.
 *
 * @param heap what Java's heap can still take
 * @param heapAtHand the part of it that the operating system has given to Java already
 * @param outside what may be taken outside of the heap: JavaCPP, by which Deeplearning4j takes memory, has a limit for the process
 * @param system what the operating system can give
 */
public record MemoryAvailable(long heap, long heapAtHand, long outside, long system) {

    /** What the heap needs for the libraries themselves, and the system for their code and the buffers of OpenBLAS. */
    private static final long LIBRARIES_IN_HEAP = 32L << 20;

    private static final long LIBRARIES_IN_SYSTEM = 128L << 20;

    /** The part of the heap that cannot be filled: large arrays begin at regions of their own. */
    private static final int UNUSABLE_PART = 32;

    /** As it looks now; garbage that was not collected counts as taken. */
    public static MemoryAvailable now() {
        final var runtime = Runtime.getRuntime();
        return of(runtime.totalMemory() - runtime.freeMemory());
    }

    /** The same once garbage is collected, which may take seconds. */
    public static MemoryAvailable afterCollectingGarbage() {
        final var before = collections();
        System.gc();
        return collections() > before ? now() : of(usedAfterCollections());
    }

    private static MemoryAvailable of(final long used) {
        final var runtime = Runtime.getRuntime();
        final var loaded = Dl4jRuntime.isLoaded();
        final var kept = runtime.maxMemory() / UNUSABLE_PART + (loaded ? 0 : LIBRARIES_IN_HEAP);
        final var limit = loaded ? Pointer.maxBytes() : NativeLimit.bytes(System::getProperty, runtime.maxMemory());
        final var taken = loaded ? Pointer.totalBytes() : 0;
        return new MemoryAvailable(
                Math.max(0, runtime.maxMemory() - used - kept),
                Math.max(0, runtime.totalMemory() - used),
                limit > 0 ? Math.max(0, limit - taken) : Long.MAX_VALUE,
                system(SystemMemory.available(), loaded));
    }

    private static long system(final OptionalLong available, final boolean loaded) {
        return available.isEmpty()
                ? Long.MAX_VALUE
                : Math.max(0, available.getAsLong() - (loaded ? 0 : LIBRARIES_IN_SYSTEM));
    }

    private static long collections() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
    }

    /** What the last collections left, where Java was started so that it collects only when it wants to. */
    private static long usedAfterCollections() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
                .mapToLong(pool -> pool.getCollectionUsage().getUsed())
                .sum();
    }
}
