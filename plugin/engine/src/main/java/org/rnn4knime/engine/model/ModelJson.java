package org.rnn4knime.engine.model;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.type.TypeFactory;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.rnn4knime.engine.encoding.ClassTarget;
import org.rnn4knime.engine.encoding.Encoders;
import org.rnn4knime.engine.encoding.FeatureEncoder;
import org.rnn4knime.engine.encoding.NominalEncoder;
import org.rnn4knime.engine.encoding.NumberEncoder;
import org.rnn4knime.engine.encoding.NumberTarget;
import org.rnn4knime.engine.encoding.TargetEncoder;

/** All of a model but its arrays as JSON: the records' components under their names, null for what is empty. */
final class ModelJson {

    /** Raised whenever an extension of before would misread a file. */
    static final int FORMAT_VERSION = 1;

    private static final String VERSION_FIELD = "formatVersion";

    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            // What a record answers besides its components is no part of it.
            .setVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
            .addMixIn(FeatureEncoder.class, FeatureTypes.class)
            .addMixIn(TargetEncoder.class, TargetTypes.class)
            .registerModule(new SimpleModule()
                    .addSerializer(new OptionalWriter())
                    .addDeserializer(Optional.class, new OptionalReader(TypeFactory.unknownType()))
                    .addSerializer(new OptionalDoubleWriter())
                    .addDeserializer(OptionalDouble.class, new OptionalDoubleReader()));

    private ModelJson() {}

    /** What is written: the version first, so that it can be judged before the rest. */
    record Document(
            int formatVersion,
            RnnSettings settings,
            Encoders encoders,
            List<NetworkRecord> networks,
            Optional<Comparison> comparison,
            Optional<ForecastErrors> forecastErrors,
            Provenance provenance) {

        RnnModel model(final List<TrainedNetwork> complete) {
            return new RnnModel(settings, encoders, complete, comparison, forecastErrors, provenance);
        }
    }

    /** All of a network but its arrays, which are {@code optimizerArrays} and one more. */
    record NetworkRecord(
            List<EpochRecord> history,
            int bestEpoch,
            List<GradientReach> reach,
            int epochs,
            int scheduleStart,
            double learningRate,
            TrainingState.Plateau plateau,
            long optimizerSteps,
            int optimizerArrays) {

        static NetworkRecord of(final TrainedNetwork network) {
            final var state = network.state();
            return new NetworkRecord(
                    network.history(),
                    network.bestEpoch(),
                    network.reach(),
                    state.epochs(),
                    state.scheduleStart(),
                    state.learningRate(),
                    state.plateau(),
                    state.optimizer().steps(),
                    state.optimizer().values().size());
        }

        TrainedNetwork network(final float[] parameters, final List<float[]> optimizer) {
            final var state = new TrainingState(
                    epochs, scheduleStart, learningRate, plateau, new OptimizerState(optimizerSteps, optimizer));
            return new TrainedNetwork(parameters, history, bestEpoch, reach, state);
        }
    }

    static byte[] write(final RnnModel model) throws IOException {
        return MAPPER.writeValueAsBytes(new Document(
                FORMAT_VERSION,
                model.settings(),
                model.encoders(),
                model.networks().stream().map(NetworkRecord::of).toList(),
                model.comparison(),
                model.forecastErrors(),
                model.provenance()));
    }

    /**
     * Fails with a message for users for a later version, with an IllegalArgumentException for none, and with Jackson's own
     * exceptions for what is no document.
     */
    static Document read(final byte[] json) throws IOException {
        final var tree = MAPPER.readTree(json);
        final var version = tree.path(VERSION_FIELD).asInt();
        if (version < 1) {
            throw new IllegalArgumentException(VERSION_FIELD + " is missing or not a number from 1 on");
        }
        if (version > FORMAT_VERSION) {
            throw new IOException(
                    "The model has the file format " + version + ", but this version of the extension reads"
                            + " formats up to " + FORMAT_VERSION + ". Update the extension to use the model.");
        }
        return MAPPER.treeToValue(tree, Document.class);
    }

    /** Tells the kinds of features apart by a word. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = NumberEncoder.class, name = "number"),
        @JsonSubTypes.Type(value = NominalEncoder.class, name = "nominal")
    })
    private interface FeatureTypes {}

    /** Tells the kinds of targets apart by a word. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = NumberTarget.class, name = "number"),
        @JsonSubTypes.Type(value = ClassTarget.class, name = "classes")
    })
    private interface TargetTypes {}

    @SuppressWarnings("rawtypes") // Jackson looks serializers up by the class, which has no type argument.
    private static final class OptionalWriter extends StdSerializer<Optional> {

        private static final long serialVersionUID = 1L;

        OptionalWriter() {
            super(Optional.class);
        }

        @Override
        public void serialize(final Optional value, final JsonGenerator json, final SerializerProvider provider)
                throws IOException {
            json.writeObject(value.isPresent() ? value.get() : null);
        }
    }

    /** Reads what the record's component says that an Optional holds. */
    @SuppressWarnings("rawtypes") // As above.
    private static final class OptionalReader extends StdDeserializer<Optional> implements ContextualDeserializer {

        private static final long serialVersionUID = 1L;

        private final JavaType held;

        OptionalReader(final JavaType held) {
            super(Optional.class);
            this.held = held;
        }

        @Override
        public JsonDeserializer<?> createContextual(final DeserializationContext context, final BeanProperty property) {
            return new OptionalReader(context.getContextualType().containedTypeOrUnknown(0));
        }

        @Override
        public Optional deserialize(final JsonParser json, final DeserializationContext context) throws IOException {
            return Optional.of(context.readValue(json, held));
        }

        @Override
        public Optional getNullValue(final DeserializationContext context) {
            return Optional.empty();
        }
    }

    private static final class OptionalDoubleWriter extends StdSerializer<OptionalDouble> {

        private static final long serialVersionUID = 1L;

        OptionalDoubleWriter() {
            super(OptionalDouble.class);
        }

        @Override
        public void serialize(final OptionalDouble value, final JsonGenerator json, final SerializerProvider provider)
                throws IOException {
            if (value.isPresent()) {
                json.writeNumber(value.getAsDouble());
            } else {
                json.writeNull();
            }
        }
    }

    private static final class OptionalDoubleReader extends StdDeserializer<OptionalDouble> {

        private static final long serialVersionUID = 1L;

        OptionalDoubleReader() {
            super(OptionalDouble.class);
        }

        @Override
        public OptionalDouble deserialize(final JsonParser json, final DeserializationContext context)
                throws IOException {
            return OptionalDouble.of(json.getDoubleValue());
        }

        @Override
        public OptionalDouble getNullValue(final DeserializationContext context) {
            return OptionalDouble.empty();
        }
    }
}
