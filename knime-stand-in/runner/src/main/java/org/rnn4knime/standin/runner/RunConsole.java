package org.rnn4knime.standin.runner;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.rnn4knime.standin.runner.execution.NodeResult;
import org.rnn4knime.standin.runner.execution.RunListener;
import org.rnn4knime.standin.runner.workflow.SavedNode;

/** Tells the user on the terminal how the run goes. */
final class RunConsole implements RunListener {

    private static final int LINE = 100;

    private final PrintStream out;

    private final boolean live;

    private int nameWidth = 1;

    /**
     * @param out where to print
     * @param live whether a line can be printed over, so that progress may be shown
     */
    RunConsole(final PrintStream out, final boolean live) {
        this.out = out;
        this.live = live;
    }

    /** Prints what is going to be run. */
    void begin(final String workflow, final List<SavedNode> nodes) {
        nameWidth = nodes.stream().mapToInt(node -> node.name().length()).max().orElse(1);
        out.println("Workflow " + workflow);
    }

    @Override
    public void progressed(final SavedNode node, final OptionalDouble fraction, final String message) {
        if (live) {
            final var percent = fraction.isPresent() ? String.format("%3.0f %%", fraction.getAsDouble() * 100) : "";
            final var line = prefix(node.id(), node.name()) + " " + percent + " " + message;
            out.print("\r" + fit(line) + "\r");
            out.flush();
        }
    }

    @Override
    public void finished(final NodeResult result) {
        if (live) {
            out.print("\r" + fit("") + "\r");
        }
        final var seconds = String.format(Locale.ROOT, "%8.2f s", result.seconds());
        out.println((prefix(result.id(), result.name()) + String.format(" %-9s", result.state()) + seconds + "  "
                        + result.message())
                .stripTrailing());
    }

    /** Prints lines after an empty one. */
    void print(final List<String> lines) {
        out.println();
        lines.forEach(out::println);
    }

    private String prefix(final int id, final String name) {
        return String.format("  #%-3d %-" + nameWidth + "s ", id, name);
    }

    private static String fit(final String line) {
        return String.format("%-" + LINE + "." + LINE + "s", line);
    }
}
