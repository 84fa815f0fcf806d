package org.rnn4knime.nodes.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.knime.core.data.DataCell;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.StringCell;
import org.rnn4knime.engine.prediction.Slots;
import org.rnn4knime.engine.sequence.SequenceLayout;

/**
 * Finds the columns of results of a model: one value a row, a list a row, or with a column a step one column for each.
 */
final class ResultColumns {

    private final ModelColumns m_model;

    private final PredictionOptions m_options;

    private final List<String> m_classes;

    private ResultColumns(
            final ModelColumns model, final PredictionOptions options, final Optional<List<String>> classes) {
        m_model = model;
        m_options = options;
        m_classes = classes.orElse(List.of());
    }

    /**
     * Returns the columns, probabilities first as KNIME's predictors have them; empty while it is not known how many
     * there are.
     *
     * @param classes of a trained model
     * @param hiddenStates how many there are
     */
    static Optional<List<ResultColumn>> of(
            final ModelColumns model,
            final PredictionOptions options,
            final Optional<List<String>> classes,
            final Optional<Integer> hiddenStates) {
        final var wantsProbabilities = options.hasProbabilities() && hasProbabilities(model);
        if (wantsProbabilities && classes.isEmpty() || options.hasHiddenStates() && hiddenStates.isEmpty()) {
            return Optional.empty();
        }
        final var results = new ResultColumns(model, options, classes);
        final var columns = new ArrayList<ResultColumn>();
        if (wantsProbabilities) {
            columns.addAll(results.probabilities());
        }
        columns.addAll(results.predictions());
        if (options.hasHiddenStates()) {
            IntStream.range(0, hiddenStates.get())
                    .mapToObj(ResultColumn::hiddenState)
                    .map(column -> isOneARow(model) ? column : column.inLists())
                    .forEach(columns::add);
        }
        return Optional.of(columns);
    }

    /** Returns whether a model gives one prediction a row of its results, rather than several. */
    private static boolean isOneARow(final ModelColumns model) {
        return Slots.Kind.of(model.data()) != Slots.Kind.LIST_ELEMENTS;
    }

    /** Returns whether there are columns with probabilities, if they are wanted. */
    static boolean hasProbabilities(final ModelColumns model) {
        return isOneARow(model) && model.targetKind().single() != ColumnKind.NUMBER;
    }

    private List<ResultColumn> probabilities() {
        final var target = m_model.data().targetName();
        return IntStream.range(0, m_classes.size())
                .mapToObj(known -> ResultColumn.probabilities("P (" + target + "=" + m_classes.get(known) + ")", known))
                .toList();
    }

    private List<ResultColumn> predictions() {
        final var data = m_model.data();
        final var prediction = prediction(m_options.predictionColumn(data.targetName()));
        if (isOneARow(m_model)) {
            return List.of(prediction);
        }
        if (data.layout() != SequenceLayout.COLUMNS) {
            return List.of(prediction.inLists());
        }
        final var steps = ModelColumns.targets(data);
        return IntStream.range(0, steps.size())
                .mapToObj(step -> prediction.atStep(m_options.stepColumn(steps.get(step)), step))
                .toList();
    }

    private ResultColumn prediction(final String name) {
        return switch (m_model.targetKind().single()) {
            case NUMBER -> ResultColumn.numbers(name);
            case BOOLEAN -> ResultColumn.classes(name, BooleanCell.TYPE);
            default -> ResultColumn.classes(
                    name,
                    StringCell.TYPE,
                    m_classes.stream().map(StringCell::new).toArray(DataCell[]::new));
        };
    }
}
