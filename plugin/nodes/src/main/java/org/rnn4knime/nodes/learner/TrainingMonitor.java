package org.rnn4knime.nodes.learner;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.rnn4knime.engine.training.TrainingListener;
import org.rnn4knime.engine.training.TrainingProgress;

/**
 * Shows the progress of the training at the node, and stops the training when the user cancels. It has no state of its
 * own, so any thread may call it.
 */
final class TrainingMonitor implements TrainingListener {

    private final ExecutionMonitor m_node;

    TrainingMonitor(final ExecutionMonitor node) {
        m_node = node;
    }

    @Override
    public void progress(final TrainingProgress progress) {
        checkCanceled();
        m_node.setProgress(progress.fraction(), () -> message(progress));
    }

    @Override
    public void checkCanceled() {
        try {
            m_node.checkCanceled();
        } catch (final CanceledExecutionException e) {
            final var cancellation = new CancellationException("The user cancels the training.");
            cancellation.initCause(e);
            throw cancellation;
        }
    }

    /**
     * Returns what the user reads below the node: "Epoch 3 of 200, batch 5 of 12: loss 0.0123, validation loss 0.0201,
     * about 2 minutes left". A loss that is not known yet is left out, and so is the time.
     */
    static String message(final TrainingProgress progress) {
        if (progress.batch() == 0 && progress.fraction() == 0) {
            return "Preparing the training";
        }
        final var message = new StringBuilder(place(progress));
        var separator = ": ";
        if (!Double.isNaN(progress.loss())) {
            message.append(separator).append(loss("loss", progress.loss()));
            separator = ", ";
        }
        if (progress.validationLoss().isPresent()) {
            message.append(separator)
                    .append(loss("validation loss", progress.validationLoss().getAsDouble()));
        }
        progress.timeLeft()
                .ifPresent(left -> message.append(", ").append(words(left)).append(" left"));
        return message.toString();
    }

    private static String place(final TrainingProgress progress) {
        final var network = progress.networks() == 1
                ? "Epoch"
                : String.format(Locale.ROOT, "Network %d of %d, epoch", progress.network(), progress.networks());
        return String.format(
                Locale.ROOT,
                "%s %d of %d, batch %d of %d",
                network,
                progress.epoch(),
                progress.epochs(),
                progress.batch(),
                progress.batches());
    }

    private static String loss(final String name, final double loss) {
        return String.format(Locale.ROOT, "%s %.3g", name, loss);
    }

    private static String words(final Duration time) {
        if (time.toMinutes() < 1) {
            return "less than a minute";
        }
        if (time.toHours() < 2) {
            return "about " + count(time.plusSeconds(30).toMinutes(), "minute");
        }
        return "about " + count(time.plusMinutes(30).toHours(), "hour");
    }

    private static String count(final long number, final String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
