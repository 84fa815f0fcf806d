package org.rnn4knime.engine.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NativeLimitTest {

    private static final String PROPERTY = "org.bytedeco.javacpp.maxbytes";

    private static final long HEAP = 3L << 30;

    @ParameterizedTest
    @ValueSource(strings = {"0", "123456", "700k", "12 MB", "512m", "3G", "2gb", "1t", "50%", "150 %"})
    void aPropertyIsReadAsJavaCppReadsIt(final String text) {
        assertEquals(Pointer.parseBytes(text, HEAP), NativeLimit.bytes(Map.of(PROPERTY, text)::get, HEAP));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "much", "-5", "5 apples"})
    void whatIsNoSizeSetsNoLimit(final String text) {
        assertEquals(HEAP, NativeLimit.bytes(Map.of(PROPERTY, text)::get, HEAP));
    }

    @Test
    void theOtherSpellingCountsFirst() {
        final var properties = Map.of(PROPERTY, "1m", "org.bytedeco.javacpp.maxBytes", "2m");
        assertEquals(2 << 20, NativeLimit.bytes(properties::get, HEAP));
    }

    @Test
    void withoutAPropertyItIsTheSizeOfTheHeap() {
        assertEquals(
                Pointer.maxBytes(),
                NativeLimit.bytes(System::getProperty, Runtime.getRuntime().maxMemory()));
    }
}
