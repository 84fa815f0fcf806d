package org.rnn4knime.engine;

import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.function.Executable;
import org.rnn4knime.engine.sequence.UnusableDataException;

/** What a user is told when something is refused. */
public final class Refusals {

    private Refusals() {}

    /** The message about a table that cannot be used. */
    public static String ofData(final Executable refused) {
        return assertThrows(UnusableDataException.class, refused).getMessage();
    }

    /** The message about settings that cannot go together. */
    public static String ofSettings(final Executable refused) {
        return assertThrows(IllegalArgumentException.class, refused).getMessage();
    }
}
