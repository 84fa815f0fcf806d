package org.rnn4knime.engine.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One row a text, whose symbols are the steps. Where the next symbols are predicted, a text is framed by a boundary, so that its
 * first symbol can be predicted, and its end.
 */
final class TextLayout {

    private final Table table;

    private final DataSettings settings;

    private final Column texts;

    TextLayout(final Table table, final DataSettings settings) {
        this.table = table;
        this.settings = settings;
        this.texts = table.column(
                settings.predict() == Scope.FUTURE
                        ? settings.targetColumn()
                        : settings.featureColumns().get(0));
        if (!(texts instanceof TextColumn)) {
            throw new UnusableDataException(
                    "The column \"" + texts.name() + "\" holds no text, but the data layout needs it.",
                    "Choose a column of text, or another data layout.");
        }
    }

    Sequences sequences() {
        final var isFramed = settings.predict() == Scope.FUTURE;
        final var symbols = new ArrayList<List<String>>(table.size());
        final var offsets = new int[table.size() + 1];
        for (int row = 0; row < table.size(); row++) {
            symbols.add(symbols(row, isFramed));
            offsets[row + 1] = Math.addExact(offsets[row], symbols.get(row).size());
        }
        final var builder = TextColumn.builder(texts.name(), offsets[table.size()]);
        symbols.forEach(text -> text.forEach(symbol -> builder.add(Optional.of(symbol))));
        final var places = symbols.stream()
                .flatMapToInt(text -> IntStream.range(0, text.size()).map(place -> isFramed ? place - 1 : place))
                .toArray();
        final var flat = builder.build();
        return new Sequences(
                table,
                settings,
                new Steps(offsets, places, OneRowASequence.rows(table)),
                OneRowASequence.ids(table, settings),
                isFramed ? List.of() : List.of(flat),
                isFramed ? Optional.of(flat) : OneRowASequence.target(table, settings),
                Optional.empty(),
                List.of());
    }

    private List<String> symbols(final int row, final boolean isFramed) {
        Interrupts.refuse();
        final var text = texts.text(row);
        if (text.isEmpty()) {
            if (settings.missingValues() == MissingValues.FAIL) {
                throw new UnusableDataException(
                        "The column \"" + texts.name() + "\" has no text in row \""
                                + table.rowIds().get(row) + "\".",
                        "Remove such rows before, or choose in the RNN Learner what becomes of missing values.");
            }
            return List.of();
        }
        final var symbols = settings.tokenizer().split(text.get());
        return isFramed ? Boundary.frame(symbols) : symbols;
    }
}
