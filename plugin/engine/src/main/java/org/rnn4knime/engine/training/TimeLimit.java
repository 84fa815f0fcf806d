package org.rnn4knime.engine.training;

import java.time.Duration;
import java.util.Optional;
import org.rnn4knime.engine.sequence.NumberColumn;

/** How long a training may take; it begins with the object. */
final class TimeLimit {

    private static final double NANOS_PER_MINUTE = 60e9;

    private final Optional<Duration> limit;

    private final long begin = System.nanoTime();

    /** No limit if empty. */
    TimeLimit(final Optional<Duration> limit) {
        this.limit = limit;
    }

    /** So many minutes. */
    static TimeLimit ofMinutes(final Optional<Double> minutes) {
        return new TimeLimit(minutes.map(some -> Duration.ofNanos((long) (some * NANOS_PER_MINUTE))));
    }

    /** The limit of a training that takes its turn, and leaves time for others: what is left now is shared by so many turns. */
    TimeLimit share(final int turns) {
        return new TimeLimit(left().map(some -> some.dividedBy(turns)));
    }

    /** The time that is left, not below zero; empty if there is no limit. */
    Optional<Duration> left() {
        return limit.map(some -> some.minusNanos(System.nanoTime() - begin))
                .map(some -> some.isNegative() ? Duration.ZERO : some);
    }

    boolean isOver() {
        return left().filter(Duration::isZero).isPresent();
    }

    /** So many minutes in words. */
    static String words(final double minutes) {
        return NumberColumn.text(minutes) + (minutes == 1 ? " minute" : " minutes");
    }
}
