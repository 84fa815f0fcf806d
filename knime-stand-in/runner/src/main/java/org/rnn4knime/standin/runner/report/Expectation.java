package org.rnn4knime.standin.runner.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.rnn4knime.standin.runner.workflow.RunRefusedException;

/**
 * What a workflow is expected to achieve: the file expected.json beside workflow.knime, which KNIME ignores.
 *
 * @param result the table that holds truth and prediction, and the bar
 * @param baseline a simple method to compare with, if there is one
 */
public record Expectation(Result result, Optional<Baseline> baseline) {

    /** The name of the file. */
    public static final String FILE = "expected.json";

    /**
     * The table that is reported. Of the two bars, the metric takes the one that fits it.
     *
     * @param node ID of the node that makes it
     * @param port the node's output port, from 1
     * @param truth the column of the truth
     * @param prediction the column of the predictions
     * @param metric how they are compared
     * @param below the bar of a metric whose small values are good
     * @param atLeast the bar of a metric whose large values are good
     */
    public record Result(
            int node,
            int port,
            String truth,
            String prediction,
            Metric metric,
            OptionalDouble below,
            OptionalDouble atLeast) {

        /** The bar, if there is one. */
        public OptionalDouble bar() {
            return metric.largeIsGood() ? atLeast : below;
        }
    }

    /**
     * Reads the expectation of a workflow, if it has one.
     *
     * @param workflow the workflow's directory
     * @throws RunRefusedException if the file is not as described here
     */
    public static Optional<Expectation> read(final Path workflow) throws RunRefusedException {
        final var file = workflow.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(parse(Files.readString(file)));
        } catch (final JsonProcessingException exception) {
            throw new RunRefusedException(
                    "The file " + file + " is not as it should be: " + exception.getOriginalMessage() + ".", exception);
        } catch (final IOException exception) {
            throw new RunRefusedException("The file " + file + " cannot be read.", exception);
        }
    }

    static Expectation parse(final String json) throws JsonProcessingException {
        return JsonMapper.builder()
                .addModule(new Jdk8Module())
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build()
                .readValue(json, Expectation.class);
    }
}
