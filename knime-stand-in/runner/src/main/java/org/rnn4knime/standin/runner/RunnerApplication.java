package org.rnn4knime.standin.runner;

import java.util.List;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.rnn4knime.standin.runner.execution.ExtensionNodeRegistry;
import org.rnn4knime.standin.runner.workflow.RunRefusedException;

/**
 * The command line: runs one workflow. Ends with 0 if each node was executed, 1 if one failed, 2 if nothing was run or
 * its result cannot be told, 130 if the run was canceled.
 */
public final class RunnerApplication implements IApplication {

    private static final int REFUSED = 2;

    @Override
    public Object start(final IApplicationContext context) {
        final var arguments = (String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        try {
            return new WorkflowCommand(
                            new ExtensionNodeRegistry(), new RunConsole(System.out, System.console() != null))
                    .run(Arguments.parse(List.of(arguments)));
        } catch (final RunRefusedException refusal) {
            System.err.println(refusal.getMessage());
            return REFUSED;
        }
    }

    @Override
    public void stop() {
        // The virtual machine ends, and its shutdown hook cancels what runs.
    }
}
