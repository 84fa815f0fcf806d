package org.rnn4knime.nodes.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rnn4knime.engine.model.Comparison;
import org.rnn4knime.engine.model.EpochRecord;
import org.rnn4knime.engine.model.GradientVerdict;
import org.rnn4knime.engine.model.MetricType;
import org.rnn4knime.engine.model.RnnModel;
import org.rnn4knime.engine.model.TrainedNetwork;
import org.rnn4knime.nodes.table.TrainingRecordTable.Entry;

/** What a training led to. */
final class ResultEntries {

    private static final String RESULT = "Result";

    private final RnnModel m_model;

    private final List<Entry> m_entries = new ArrayList<>();

    ResultEntries(final RnnModel model) {
        m_model = model;
    }

    /** Returns what is true of the whole model first, then what is true of each network. */
    List<Entry> all() {
        final var networks = m_model.networks();
        add(RESULT, "Networks", Integer.toString(networks.size()));
        add(RESULT, "Parameters", Integer.toString(networks.get(0).parameters().length));
        if (m_model.settings().training().learningRate().find()) {
            add(RESULT, "Learning rate found", text(networks.get(0).state().learningRate()));
        }
        m_model.comparison().ifPresent(this::addComparison);
        for (var number = 1; number <= networks.size(); number++) {
            addNetwork(networks.size() == 1 ? RESULT : RESULT + " of network " + number, networks.get(number - 1));
        }
        return m_entries;
    }

    private void addComparison(final Comparison comparison) {
        final var metric = comparison.metric() == MetricType.ACCURACY ? "Accuracy" : "RMSE";
        add(RESULT, metric + " of the model", text(comparison.model()));
        add(RESULT, metric + " of the baseline", text(comparison.baseline().value()));
        add(RESULT, "Baseline", comparison.baseline().description());
        add(RESULT, "Better than the baseline", comparison.isWorthIt() ? "yes" : "no");
        add(
                RESULT,
                "Measured on",
                comparison.heldBack()
                        ? "the part that was held back"
                        : "the training data, which the model has seen: this says little");
    }

    private void addNetwork(final String section, final TrainedNetwork network) {
        final var history = network.history();
        add(section, "Trained epochs", Integer.toString(history.size()));
        add(section, "Best epoch", Integer.toString(network.bestEpoch()));
        add(section, "Weights of epoch", Integer.toString(network.state().epochs()));
        if (!history.isEmpty()) {
            final var last = history.get(history.size() - 1);
            add(section, "Training loss of the last epoch", text(last.trainingLoss()));
            last.validationLoss().ifPresent(loss -> add(section, "Validation loss of the last epoch", text(loss)));
            history.stream()
                    .filter(epoch -> epoch.epoch() == network.bestEpoch())
                    .flatMapToDouble(epoch -> epoch.validationLoss().stream())
                    .forEach(loss -> add(section, "Validation loss of the best epoch", text(loss)));
            final var millis =
                    history.stream().mapToLong(EpochRecord::durationMillis).sum();
            add(section, "Training time (s)", String.format(Locale.ROOT, "%.1f", millis / 1000.0));
        }
        add(section, "Gradient reach", verdict(network).message());
    }

    private GradientVerdict verdict(final TrainedNetwork network) {
        final var settings = m_model.settings();
        return GradientVerdict.of(
                settings.network(),
                m_model.plan().outputs().scope(),
                settings.training().clipping().type(),
                network.reach());
    }

    private void add(final String section, final String name, final String value) {
        m_entries.add(new Entry(section, name, value));
    }

    /** Returns a number with as many digits as are of interest. */
    static String text(final double number) {
        return String.format(Locale.ROOT, "%.6g", number);
    }
}
