package org.rnn4knime.standin.runner;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.rnn4knime.standin.runner.workflow.RunRefusedException;
import org.rnn4knime.standin.runner.workflow.SettingOverride;

/**
 * What the user asks for.
 *
 * @param workflow the workflow's directory
 * @param out the folder where it runs and where the results lie
 * @param overrides settings that get other values for this run, in the order in which they were given
 */
record Arguments(Path workflow, Path out, List<SettingOverride> overrides) {

    private static final String USAGE = "Call: run-workflow [--out DIR] [--set ID/key=value]... WORKFLOW";

    /**
     * Reads the command line.
     *
     * @throws RunRefusedException if it makes no sense; says how to call instead
     */
    static Arguments parse(final List<String> arguments) throws RunRefusedException {
        final var workflows = new ArrayList<String>();
        final var settings = new ArrayList<String>();
        var out = Optional.<String>empty();
        final var rest = arguments.iterator();
        while (rest.hasNext()) {
            final var argument = rest.next();
            if ("--out".equals(argument)) {
                out = Optional.of(value(argument, rest));
            } else if ("--set".equals(argument)) {
                settings.add(value(argument, rest));
            } else if (argument.startsWith("-")) {
                throw new RunRefusedException("There is no option " + argument + ". " + USAGE);
            } else {
                workflows.add(argument);
            }
        }
        if (workflows.size() != 1) {
            throw new RunRefusedException("Name one workflow directory, not " + workflows.size() + ". " + USAGE);
        }
        final var workflow = path(workflows.get(0));
        final var name = String.valueOf(workflow.getFileName());
        final var folder =
                out.isPresent() ? path(out.get()) : path("target/runs").resolve(name);
        return new Arguments(workflow, folder, SettingOverride.parseAll(settings));
    }

    private static String value(final String option, final Iterator<String> rest) throws RunRefusedException {
        if (!rest.hasNext()) {
            throw new RunRefusedException("A value is missing after " + option + ". " + USAGE);
        }
        return rest.next();
    }

    private static Path path(final String text) throws RunRefusedException {
        try {
            return Path.of(text).toAbsolutePath().normalize();
        } catch (final InvalidPathException exception) {
            throw new RunRefusedException("'" + text + "' cannot be a folder's path.", exception);
        }
    }
}
