package org.rnn4knime.benchmarks.runner;

import java.util.Locale;
import java.util.OptionalDouble;
import org.rnn4knime.benchmarks.worker.Cell;
import org.rnn4knime.benchmarks.worker.Dependency;
import org.rnn4knime.benchmarks.worker.Phase;

/** How things are written. */
final class Words {

    private Words() {}

    static String of(final Phase phase) {
        return phase.name().toLowerCase(Locale.ROOT);
    }

    static String of(final Cell cell) {
        return cell == Cell.ELMAN ? "Elman" : cell.name();
    }

    /** The name of one of the engine's cells. */
    static String cell(final String name) {
        return name.equals("ELMAN") || name.equals("JORDAN")
                ? name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT)
                : name;
    }

    static String of(final Dependency problem) {
        return problem.name().toLowerCase(Locale.ROOT);
    }

    static String threads(final int count) {
        return count == 1 ? "1 thread" : count + " threads";
    }

    /** Three digits that count, whatever the size; nothing for nothing. */
    static String number(final OptionalDouble number) {
        return number.isEmpty() ? "" : number(number.getAsDouble());
    }

    static String number(final double number) {
        final var decimals = Math.max(0, 2 - (int) Math.floor(Math.log10(number)));
        return String.format(Locale.ROOT, "%." + decimals + "f", number);
    }

    static String difference(final double difference) {
        return String.format(Locale.ROOT, "%.1e", difference);
    }
}
