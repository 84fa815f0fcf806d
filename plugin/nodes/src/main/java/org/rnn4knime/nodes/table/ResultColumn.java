package org.rnn4knime.nodes.table;

import java.util.ArrayList;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomain;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataType;
import org.knime.core.data.collection.CollectionCellFactory;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.DoubleCell;
import org.rnn4knime.engine.prediction.ClassResults;
import org.rnn4knime.engine.prediction.NumberResults;
import org.rnn4knime.engine.prediction.Predictions;
import org.rnn4knime.engine.sequence.Boundary;
import org.rnn4knime.engine.sequence.DataSettings;
import org.rnn4knime.engine.sequence.Scope;

/**
 * A column of results.
 *
 * @param name as it is wanted; another column may have it already
 * @param type of its cells
 * @param domain what is known of their values
 * @param source where its cells come from
 */
record ResultColumn(String name, DataType type, DataColumnDomain domain, Source source) {

    private static final DataColumnDomain ANYTHING = new DataColumnDomainCreator().createDomain();

    /** Where cells come from. */
    @FunctionalInterface
    interface Source {

        /**
         * Returns a cell.
         *
         * @param index of a place of the predictions, or of a row where this says so
         */
        DataCell cell(Predictions predictions, int index);
    }

    /** The numbers that are predicted, one a place. */
    static ResultColumn numbers(final String name) {
        return new ResultColumn(
                name,
                DoubleCell.TYPE,
                ANYTHING,
                (predictions, place) -> Cells.number(((NumberResults) predictions.results()).values()[place]));
    }

    /** The most probable classes, one a place, as text or as Booleans. */
    static ResultColumn classes(final String name, final DataType type, final DataCell... known) {
        final var domain = known.length == 0 ? ANYTHING : new DataColumnDomainCreator(known).createDomain();
        return new ResultColumn(name, type, domain, (predictions, place) -> {
            final var classes = (ClassResults) predictions.results();
            return classes.has(place)
                    ? Cells.text(withoutBoundary(classes.names().get(classes.best(place))), type)
                    : DataType.getMissingCell();
        });
    }

    /** Returns a symbol as users see it: empty text stands for the end of a text. */
    private static String withoutBoundary(final String symbol) {
        return symbol.equals(Boundary.SYMBOL) ? "" : symbol;
    }

    /** The probabilities of a class, one a place. */
    static ResultColumn probabilities(final String name, final int known) {
        final var domain = new DataColumnDomainCreator(new DoubleCell(0), new DoubleCell(1)).createDomain();
        return new ResultColumn(name, DoubleCell.TYPE, domain, (predictions, place) -> {
            final var classes = (ClassResults) predictions.results();
            return classes.has(place) ? new DoubleCell(classes.probability(place, known)) : DataType.getMissingCell();
        });
    }

    /** A unit of the hidden states, one value a place. */
    static ResultColumn hiddenState(final int unit) {
        return new ResultColumn(
                "Hidden state " + (unit + 1),
                DoubleCell.TYPE,
                ANYTHING,
                (predictions, place) ->
                        Cells.number(predictions.states().orElseThrow().value(place, unit)));
    }

    /** Returns this column with the places of a row as a list cell; missing in rows that hold no list or text. */
    ResultColumn inLists() {
        return new ResultColumn(name, ListCell.getCollectionType(type), ANYTHING, (predictions, row) -> {
            if (isWithoutSequence(predictions, row)) {
                return DataType.getMissingCell();
            }
            final var offsets = predictions.slots().offsets();
            final var cells = new ArrayList<DataCell>(offsets[row + 1] - offsets[row]);
            for (var place = offsets[row]; place < offsets[row + 1]; place++) {
                cells.add(source.cell(predictions, place));
            }
            return CollectionCellFactory.createListCell(cells);
        });
    }

    private static boolean isWithoutSequence(final Predictions predictions, final int row) {
        final var table = predictions.sequences().table();
        return table.column(read(predictions.sequences().settings())).isMissing(row) && isEmpty(predictions, row);
    }

    private static boolean isEmpty(final Predictions predictions, final int row) {
        final var offsets = predictions.slots().offsets();
        return offsets[row] == offsets[row + 1];
    }

    /** Returns a column whose values tell how long a sequence is. */
    private static String read(final DataSettings data) {
        return data.predict() == Scope.FUTURE && !data.targetColumn().isEmpty()
                ? data.targetColumn()
                : data.featureColumns().get(0);
    }

    /** Returns one place of each row of this column. */
    ResultColumn atStep(final String stepName, final int step) {
        return new ResultColumn(
                stepName,
                type,
                domain,
                (predictions, row) ->
                        source.cell(predictions, predictions.slots().offsets()[row] + step));
    }
}
