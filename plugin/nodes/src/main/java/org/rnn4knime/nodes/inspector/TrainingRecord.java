package org.rnn4knime.nodes.inspector;

import java.util.ArrayList;
import java.util.List;
import org.rnn4knime.engine.encoding.NumberTarget;
import org.rnn4knime.engine.model.RnnModel;
import org.rnn4knime.nodes.table.TrainingRecordTable.Entry;

/** How a model came about: the rows of the table "Training record". */
final class TrainingRecord {

    private final RnnModel m_model;

    private final List<Entry> m_entries = new ArrayList<>();

    TrainingRecord(final RnnModel model) {
        m_model = model;
    }

    /** Returns the settings, what was learned from, the results and where the model comes from. */
    List<Entry> entries() {
        m_entries.addAll(new SettingEntries(m_model).all());
        addData();
        m_entries.addAll(new ResultEntries(m_model).all());
        addForecastErrors();
        addOrigin();
        return m_entries;
    }

    private void addData() {
        final var provenance = m_model.provenance();
        final var section = "Training data";
        add(section, "Rows", Integer.toString(provenance.rows()));
        add(section, "Sequences", Integer.toString(provenance.sequences()));
        add(section, "Training windows", Integer.toString(provenance.trainingWindows()));
        add(section, "Validation windows", Integer.toString(provenance.validationWindows()));
    }

    /**
     * Four of five errors of a further forecast can be expected to be within so much, as in the forecaster's intervals.
     */
    private void addForecastErrors() {
        final var isLogarithm = m_model.encoders().target() instanceof NumberTarget target
                && target.transform().logarithm();
        final var section = "Forecast errors";
        final var error = isLogarithm ? "error of the logarithm at step " : "error at step ";
        m_model.forecastErrors().ifPresent(errors -> {
            for (var step = 0; step < errors.steps().size(); step++) {
                final var sorted = errors.steps().get(step);
                final var rank = (4 * (sorted.length + 1) + 4) / 5;
                if (rank <= sorted.length) {
                    add(section, "80% quantile of the " + error + (step + 1), ResultEntries.text(sorted[rank - 1]));
                } else if (sorted.length > 0) {
                    add(section, "Largest " + error + (step + 1), ResultEntries.text(sorted[sorted.length - 1]));
                }
            }
        });
    }

    private void addOrigin() {
        final var provenance = m_model.provenance();
        final var section = "Origin";
        add(section, "Created at", provenance.createdAt());
        add(section, "Version of the extension", provenance.extensionVersion());
        add(section, "Version of Deeplearning4j", provenance.deeplearning4jVersion());
        add(section, "Version of Java", provenance.javaVersion());
    }

    private void add(final String section, final String name, final String value) {
        m_entries.add(new Entry(section, name, value));
    }
}
