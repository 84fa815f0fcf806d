package org.rnn4knime.nodes.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rnn4knime.engine.encoding.ClassTarget;
import org.rnn4knime.engine.encoding.FeatureEncoder;
import org.rnn4knime.engine.encoding.InputKind;
import org.rnn4knime.engine.encoding.NominalEncoder;
import org.rnn4knime.engine.encoding.NumberEncoder;
import org.rnn4knime.engine.encoding.NumberTarget;
import org.rnn4knime.engine.encoding.Scaler;
import org.rnn4knime.engine.encoding.Vocabulary;
import org.rnn4knime.engine.model.RnnModel;
import org.rnn4knime.engine.sequence.MissingValues;
import org.rnn4knime.engine.sequence.NumberColumn;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.nodes.table.EncodersTable.Entry;

/** How a model encodes values: the rows of the table "Encoders". */
final class EncoderEntries {

    private static final String TARGET = "Target";

    private static final String OWN_PAST = "Past of the target";

    private static final String OTHER = "(any other)";

    private final RnnModel m_model;

    private final boolean m_isText;

    EncoderEntries(final RnnModel model) {
        m_model = model;
        m_isText = model.settings().data().layout() == SequenceLayout.TEXT;
    }

    /** Returns those of the target first, then those of what is read. */
    Stream<Entry> all() {
        final var encoders = m_model.encoders();
        final var entries = new ArrayList<Stream<Entry>>();
        if (encoders.target() instanceof NumberTarget numbers) {
            entries.add(Stream.of(number(TARGET, numbers, Optional.empty())));
            encoders.ownPast()
                    .map(past -> number(OWN_PAST, numbers, forMissing(past.missingValues(), text(past.mean()))))
                    .map(Stream::of)
                    .ifPresent(entries::add);
        } else {
            entries.add(classes((ClassTarget) encoders.target()));
        }
        encoders.ownPast()
                .flatMap(past -> past.symbols())
                .map(symbols -> values(OWN_PAST, symbols))
                .ifPresent(entries::add);
        encoders.features().forEach(feature -> entries.add(feature(feature)));
        return entries.stream().flatMap(some -> some);
    }

    private Stream<Entry> feature(final FeatureEncoder feature) {
        final var role = m_model.settings().data().knownFutureColumns().contains(feature.column())
                ? "Feature known in the future"
                : "Feature";
        return feature instanceof NumberEncoder number
                ? Stream.of(number(
                        feature.column(),
                        role,
                        normalization(),
                        number.scaler(),
                        forMissing(number.missingValues(), text(number.mean()))))
                : values(role, (NominalEncoder) feature);
    }

    private Entry number(final String role, final NumberTarget target, final Optional<String> forMissing) {
        final var transform = target.transform();
        final var steps = new ArrayList<String>();
        if (transform.logarithm()) {
            steps.add("Logarithm");
        }
        if (transform.difference()) {
            steps.add("Difference to the step before");
        }
        transform.season().ifPresent(season -> steps.add("Difference to " + season + " steps before"));
        switch (transform.windowLevel()) {
            case NONE -> {
                // nothing is taken off
            }
            case LAST -> steps.add("Difference to the last value of the window");
            case MEAN -> steps.add("Difference to the mean of the window");
        }
        steps.add(normalization());
        return number(target.column(), role, String.join(", ", steps), target.scaler(), forMissing);
    }

    private static Entry number(
            final String column,
            final String role,
            final String encoding,
            final Scaler scaler,
            final Optional<String> forMissing) {
        return new Entry(
                column,
                role,
                encoding,
                OptionalInt.empty(),
                Optional.empty(),
                OptionalDouble.of(scaler.shift()),
                OptionalDouble.of(scaler.scale()),
                forMissing);
    }

    private String normalization() {
        return switch (m_model.settings().encoding().normalization()) {
            case NONE -> "As it is";
            case Z_SCORE -> "Z-score";
            case MIN_MAX -> "Min-max";
        };
    }

    private Stream<Entry> values(final String role, final NominalEncoder nominal) {
        final var encoding = nominal.kind() == InputKind.ONE_HOT
                ? "One-hot"
                : "Embedded in " + m_model.settings().encoding().embeddingSize() + " numbers";
        final var mostFrequent = nominal.mostFrequent() == Vocabulary.UNKNOWN
                ? OTHER
                : words(nominal.vocabulary().value(nominal.mostFrequent()));
        return values(
                nominal.column(),
                role,
                encoding,
                withOther(nominal.vocabulary()),
                forMissing(nominal.missingValues(), mostFrequent));
    }

    private Stream<Entry> classes(final ClassTarget target) {
        final var names = target.hasUnknown() ? withOther(target.vocabulary()) : target.names();
        return values(target.column(), TARGET, "Class", names, Optional.empty());
    }

    private static List<String> withOther(final Vocabulary vocabulary) {
        final var values = new ArrayList<String>(vocabulary.size() + 1);
        values.add(OTHER);
        values.addAll(vocabulary.values());
        return values;
    }

    /** Returns one row a value; its index is where it stands. */
    private Stream<Entry> values(
            final String column,
            final String role,
            final String encoding,
            final List<String> values,
            final Optional<String> forMissing) {
        return IntStream.range(0, values.size())
                .mapToObj(index -> new Entry(
                        column,
                        role,
                        encoding,
                        OptionalInt.of(index),
                        Optional.of(words(values.get(index))),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        forMissing));
    }

    private String words(final String value) {
        return m_isText ? SymbolWords.of(value) : value;
    }

    private static String text(final double number) {
        return NumberColumn.text(number);
    }

    private static Optional<String> forMissing(final MissingValues policy, final String usual) {
        return switch (policy) {
            case FAIL, SKIP -> Optional.empty();
            case LAST -> Optional.of("Last known value, else " + usual);
            case MEAN -> Optional.of(usual);
        };
    }
}
