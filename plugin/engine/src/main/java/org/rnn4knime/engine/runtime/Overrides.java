package org.rnn4knime.engine.runtime;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Settings of the whole process that hold only while a piece of work runs. */
final class Overrides {

    private Overrides() {}

    /** Runs the work with these system properties and puts the former ones back. */
    static void withProperties(final Map<String, String> properties, final Runnable work) {
        final var before = new HashMap<String, String>();
        properties.forEach((key, value) -> before.put(key, System.setProperty(key, value)));
        try {
            work.run();
        } finally {
            before.forEach((key, value) -> {
                if (value == null) {
                    System.clearProperty(key);
                } else {
                    System.setProperty(key, value);
                }
            });
        }
    }

    /** Runs the work with this class loader for what looks classes up by name, and puts the former one back. */
    static <T> T withClassLoader(final ClassLoader loader, final Supplier<T> work) {
        final var thread = Thread.currentThread();
        final var before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
