package org.knime.core.webui.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.util.function.Supplier;

/** Gives a page the data with which it starts. */
public final class InitialDataService<D> extends AbstractDataService {

    private static final ObjectMapper MAPPER = new ObjectMapper().registerModule(new Jdk8Module());

    private final Supplier<D> m_data;

    private final Serializer<D> m_serializer;

    private InitialDataService(final Supplier<D> data, final Serializer<D> serializer) {
        m_data = data;
        m_serializer = serializer;
    }

    public static <D> InitialDataServiceBuilder<D> builder(final Supplier<D> dataSupplier) {
        return new InitialDataServiceBuilder<>(dataSupplier);
    }

    /** The data as JSON, in the entry "result"; or what went wrong, in the entry "internalError". */
    public String getInitialData() {
        final var answer = MAPPER.createObjectNode();
        try {
            final var data = m_serializer.serialize(m_data.get());
            try {
                answer.set("result", MAPPER.readTree(data));
            } catch (final JsonProcessingException e) {
                answer.put("result", data); // A serializer may also give a text that is no JSON.
            }
        } catch (final IOException | RuntimeException e) {
            answer.putObject("internalError")
                    .put("message", e.getMessage())
                    .put("typeName", e.getClass().getName());
        }
        return answer.toString();
    }

    /** Turns data into JSON or into another text. */
    @FunctionalInterface
    public interface Serializer<D> {

        String serialize(D data) throws IOException;
    }

    /** Makes the service. */
    public static final class InitialDataServiceBuilder<D> extends AbstractDataServiceBuilder {

        private final Supplier<D> m_data;

        private Serializer<D> m_serializer = MAPPER::writeValueAsString;

        private InitialDataServiceBuilder(final Supplier<D> data) {
            m_data = data;
        }

        /** Replaces the mapping of Java to JSON that is usual in KNIME. */
        public InitialDataServiceBuilder<D> serializer(final Serializer<D> serializer) {
            m_serializer = serializer;
            return this;
        }

        public InitialDataService<D> build() {
            return new InitialDataService<>(m_data, m_serializer);
        }
    }
}
