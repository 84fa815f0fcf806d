package org.rnn4knime.nodes.port;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.rnn4knime.engine.sequence.BeyondMaximum;
import org.rnn4knime.engine.sequence.DataSettings;
import org.rnn4knime.engine.sequence.ForecastMode;
import org.rnn4knime.engine.sequence.MissingValues;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.engine.sequence.SequenceSettings;
import org.rnn4knime.engine.sequence.Tokenizer;
import org.rnn4knime.engine.sequence.Tokens;
import org.rnn4knime.engine.sequence.UnknownValues;
import org.rnn4knime.nodes.table.ColumnKind;
import org.rnn4knime.nodes.table.ModelColumns;

/**
 * The content of a spec's file. Reading refuses what is missing with an InvalidSettingsException, and what has no
 * meaning with that or an IllegalArgumentException.
 */
final class SpecContent {

    private SpecContent() {}

    static void write(final ModelColumns columns, final ModelContentWO to) {
        final var data = columns.data();
        to.addString("layout", data.layout().name());
        to.addString("predict", data.predict().name());
        to.addString("targetColumn", data.targetColumn());
        write("featureColumns", data.featureColumns(), to);
        write("knownFutureColumns", data.knownFutureColumns(), to);
        write("sequenceIdColumns", data.sequenceIdColumns(), to);
        data.orderColumn().ifPresent(column -> to.addString("orderColumn", column));
        to.addInt("featuresPerStep", data.featuresPerStep());
        to.addString("tokens", data.tokenizer().tokens().name());
        to.addBoolean("lowerCase", data.tokenizer().lowerCase());
        to.addString("missingValues", data.missingValues().name());
        to.addString("unknownValues", data.unknownValues().name());
        // In an order of their own, for equal specs have equal files.
        final var names = columns.kinds().keySet().stream().sorted().toList();
        write("typedColumns", names, to);
        write(
                "kinds",
                names.stream().map(name -> columns.kinds().get(name).name()).toList(),
                to);
    }

    static ModelColumns readColumns(final ModelContentRO from) throws InvalidSettingsException {
        final var data = new DataSettings(
                constant(SequenceLayout.class, "layout", from),
                constant(Scope.class, "predict", from),
                text("targetColumn", from),
                texts("featureColumns", from),
                texts("knownFutureColumns", from),
                texts("sequenceIdColumns", from),
                from.containsKey("orderColumn") ? Optional.of(text("orderColumn", from)) : Optional.empty(),
                from.getInt("featuresPerStep"),
                new Tokenizer(constant(Tokens.class, "tokens", from), from.getBoolean("lowerCase")),
                constant(MissingValues.class, "missingValues", from),
                constant(UnknownValues.class, "unknownValues", from));
        return new ModelColumns(data, kinds(texts("typedColumns", from), texts("kinds", from)));
    }

    private static Map<String, ColumnKind> kinds(final List<String> names, final List<String> kinds)
            throws InvalidSettingsException {
        if (names.size() != kinds.size()) {
            throw new InvalidSettingsException(names.size() + " columns, but " + kinds.size() + " kinds.");
        }
        final var byName = new LinkedHashMap<String, ColumnKind>();
        for (var i = 0; i < names.size(); i++) {
            byName.put(names.get(i), constant(ColumnKind.class, "kinds", kinds.get(i)));
        }
        return byName;
    }

    static void write(final SequenceSettings sequences, final ModelContentWO to) {
        to.addInt("sequenceLength", sequences.sequenceLength());
        sequences.stride().ifPresent(steps -> to.addInt("stride", steps));
        sequences.maximumLength().ifPresent(length -> to.addInt("maximumLength", length));
        to.addString("beyondMaximum", sequences.beyondMaximum().name());
        to.addString("forecastMode", sequences.forecastMode().name());
        to.addInt("horizon", sequences.horizon());
    }

    static SequenceSettings readSequences(final ModelContentRO from) throws InvalidSettingsException {
        return new SequenceSettings(
                from.getInt("sequenceLength"),
                optionalNumber("stride", from),
                optionalNumber("maximumLength", from),
                constant(BeyondMaximum.class, "beyondMaximum", from),
                constant(ForecastMode.class, "forecastMode", from),
                from.getInt("horizon"));
    }

    static void write(final String key, final List<String> texts, final ModelContentWO to) {
        to.addStringArray(key, texts.toArray(String[]::new));
    }

    static Optional<Integer> optionalNumber(final String key, final ModelContentRO from)
            throws InvalidSettingsException {
        return from.containsKey(key) ? Optional.of(from.getInt(key)) : Optional.empty();
    }

    static Optional<List<String>> optionalTexts(final String key, final ModelContentRO from)
            throws InvalidSettingsException {
        return from.containsKey(key) ? Optional.of(texts(key, from)) : Optional.empty();
    }

    private static <E extends Enum<E>> E constant(final Class<E> type, final String key, final ModelContentRO from)
            throws InvalidSettingsException {
        return constant(type, key, text(key, from));
    }

    private static <E extends Enum<E>> E constant(final Class<E> type, final String key, final String name)
            throws InvalidSettingsException {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidSettingsException("\"" + key + "\" is \"" + name + "\"."));
    }

    static String text(final String key, final ModelContentRO from) throws InvalidSettingsException {
        return Optional.ofNullable(from.getString(key))
                .orElseThrow(() -> new InvalidSettingsException("\"" + key + "\" is null."));
    }

    static List<String> texts(final String key, final ModelContentRO from) throws InvalidSettingsException {
        final var texts = from.getStringArray(key);
        if (texts == null || Arrays.asList(texts).contains(null)) {
            throw new InvalidSettingsException("\"" + key + "\" has a null in it.");
        }
        return List.of(texts);
    }
}
