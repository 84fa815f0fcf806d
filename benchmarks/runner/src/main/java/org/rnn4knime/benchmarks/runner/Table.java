package org.rnn4knime.benchmarks.runner;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table that reads well as plain text and is Markdown too. */
final class Table {

    private final List<List<String>> rows = new ArrayList<>();

    private final List<Integer> widths;

    Table(final List<String> titles) {
        rows.add(titles);
        widths = titles.stream().map(title -> Math.max(title.length(), 6)).toList();
    }

    /** Adds a row and returns it as a line. */
    String add(final List<String> cells) {
        rows.add(cells);
        return line(cells);
    }

    /** The titles and the line below. */
    String head() {
        return line(rows.get(0)) + "\n"
                + widths.stream().map(width -> "-".repeat(width + 1) + ":").collect(Collectors.joining("|", "|", "|"));
    }

    private String line(final List<String> cells) {
        return IntStream.range(0, cells.size())
                .mapToObj(index -> String.format("%" + widths.get(index) + "s", cells.get(index)))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    @Override
    public String toString() {
        return head() + "\n"
                + rows.stream().skip(1).map(row -> line(row) + "\n").collect(Collectors.joining());
    }
}
