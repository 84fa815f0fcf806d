package org.rnn4knime.standin.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rnn4knime.standin.runner.execution.NodeResult;
import org.rnn4knime.standin.runner.execution.NodeState;
import org.rnn4knime.standin.runner.execution.NodeWorker;
import org.rnn4knime.standin.runner.execution.RunListener;
import org.rnn4knime.standin.runner.execution.WorkflowRun;
import org.rnn4knime.standin.runner.workflow.SavedNode;
import org.rnn4knime.standin.runner.workflow.WorkflowReader;

class CancelTest {

    private static final RunListener DEAF = new RunListener() {
        @Override
        public void progressed(final SavedNode node, final OptionalDouble fraction, final String message) {
            // nobody watches
        }

        @Override
        public void finished(final NodeResult result) {
            // nobody watches
        }
    };

    @TempDir
    private Path folder;

    @Test
    void endsARunningNodeAsCanceledWithinASecondAndStartsNoOther() throws Exception {
        final var directory = Fixture.copyInto(folder);
        final var file = directory.resolve("Table Partitioner (#2)/settings.xml");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace(
                                "org.knime.base.node.preproc.partition.PartitionNodeFactory",
                                SleepingNodeFactory.class.getName()));
        try (var worker = new NodeWorker()) {
            final var run = WorkflowRun.load(WorkflowReader.read(directory), directory, Fixture.registry(), worker);
            final var done = CompletableFuture.runAsync(() -> run.execute(DEAF));
            assertTrue(SleepingNodeFactory.ASLEEP.await(10, TimeUnit.SECONDS));
            final var start = Instant.now();
            worker.cancel();
            done.get(10, TimeUnit.SECONDS);
            assertTrue(Duration.between(start, Instant.now()).toMillis() < 1000);
            assertEquals(
                    List.of(NodeState.EXECUTED, NodeState.CANCELED, NodeState.IDLE),
                    run.results().stream().map(NodeResult::state).toList());
            assertEquals("Execution canceled", run.results().get(1).message());
        }
    }
}
