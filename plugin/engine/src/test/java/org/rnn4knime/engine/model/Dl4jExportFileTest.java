package org.rnn4knime.engine.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnn4knime.engine.model.ExportExamples.DROPOUT;
import static org.rnn4knime.engine.model.ExportExamples.FEATURES;
import static org.rnn4knime.engine.model.ExportExamples.HIDDEN;
import static org.rnn4knime.engine.model.ExportExamples.convolving;
import static org.rnn4knime.engine.model.ExportExamples.export;
import static org.rnn4knime.engine.model.ExportExamples.plan;
import static org.rnn4knime.engine.model.ExportExamples.settings;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipInputStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.rnn4knime.engine.network.CellType;
import org.rnn4knime.engine.network.Convolution;
import org.rnn4knime.engine.network.Embedding;
import org.rnn4knime.engine.network.Inputs;
import org.rnn4knime.engine.network.NetworkPlan;
import org.rnn4knime.engine.network.NetworkSettings;
import org.rnn4knime.engine.network.Outputs;
import org.rnn4knime.engine.network.Outputs.Scope;
import org.rnn4knime.engine.network.Outputs.Type;
import org.rnn4knime.engine.network.Parameters;
import org.rnn4knime.engine.network.Summary;
import org.rnn4knime.engine.runtime.Dl4jRuntime;

class Dl4jExportFileTest {

    @Test
    void theFileNamesNoClassOfOurs() throws IOException {
        final var files = files(export(plan(DROPOUT, Scope.STEP)));
        final var configuration = new String(files.get("configuration.json"), StandardCharsets.UTF_8);

        assertEquals(Set.of("configuration.json", "coefficients.bin"), files.keySet());
        assertTrue(configuration.contains("org.deeplearning4j.nn.conf.layers.LSTM"));
        assertFalse(configuration.contains("rnn4knime"));
    }

    @Test
    void theSameNetworkGivesTheSameBytes() throws IOException {
        final var plan = plan(DROPOUT, Scope.SEQUENCE);

        assertArrayEquals(export(plan), export(plan));
    }

    @Test
    void canBeTrainedFurther() throws IOException {
        assertLearns(plan(new NetworkSettings(CellType.LSTM, HIDDEN), Scope.SEQUENCE));
        assertLearns(plan(settings(CellType.ELMAN, 2, true, Summary.LAST), Scope.STEP));
        assertLearns(plan(settings(CellType.LSTM, 2, true, Summary.MEAN), Scope.SEQUENCE));
    }

    private static void assertLearns(final NetworkPlan plan) throws IOException {
        final var file = new ByteArrayInputStream(export(plan));
        Dl4jRuntime.call(() -> {
            final var network = restore(file);
            final var inputs = Nd4j.ones(2, FEATURES, 6);
            final var data = new DataSet(inputs, network.output(inputs).add(1));
            final var before = network.score(data);
            for (int iteration = 0; iteration < 20; iteration++) {
                network.fit(data);
            }
            assertTrue(network.score(data) < 0.9 * before, plan.toString());
            return plan;
        });
    }

    private static MultiLayerNetwork restore(final InputStream file) {
        try {
            return ModelSerializer.restoreMultiLayerNetwork(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void trainsWithTheDropoutThatTheNetworkHas() throws IOException {
        final var configuration = new String(
                files(export(plan(DROPOUT, Scope.SEQUENCE))).get("configuration.json"), StandardCharsets.UTF_8);

        // Both directions of the second layer, and the output.
        assertEquals(3, configuration.split("\\.dropout\\.Dropout\"").length - 1);
    }

    private static Map<String, byte[]> files(final byte[] archive) throws IOException {
        final var files = new HashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    @Test
    void refusesEachPartThatDeeplearning4jLacks() {
        assertRefused("GRU", plan(new NetworkSettings(CellType.GRU, HIDDEN), Scope.STEP));
        assertRefused("Jordan", plan(new NetworkSettings(CellType.JORDAN, HIDDEN), Scope.STEP));
        assertRefused("attention", plan(settings(CellType.LSTM, 1, true, Summary.ATTENTION), Scope.SEQUENCE));
        assertRefused("pools more than 2 steps", plan(convolving(new Convolution(4, 3, 3)), Scope.SEQUENCE));
        assertRefused(
                "embed",
                new NetworkPlan(
                        new Inputs(1, List.of(new Embedding(4, 2))),
                        new NetworkSettings(CellType.LSTM, HIDDEN),
                        new Outputs(1, Type.NUMBERS, Scope.STEP)));
    }

    private static void assertRefused(final String part, final NetworkPlan plan) {
        final var stream = new ByteArrayOutputStream();
        final var refusal =
                assertThrows(InexpressibleException.class, () -> Dl4jExport.write(plan, new float[0], stream));

        assertTrue(refusal.problem().contains(part), refusal.problem());
        assertTrue(refusal.remedy().endsWith("to export."), refusal.remedy());
        assertEquals(0, stream.size());
    }

    @Test
    void aSummaryThatIsNotUsedIsNoReasonToRefuse() throws IOException {
        assertTrue(export(plan(settings(CellType.LSTM, 1, false, Summary.ATTENTION), Scope.STEP)).length > 0);
    }

    @Test
    void refusesAnotherNumberOfParameters() {
        final var plan = plan(new NetworkSettings(CellType.LSTM, HIDDEN), Scope.STEP);
        final var stream = new ByteArrayOutputStream();

        assertThrows(
                IllegalArgumentException.class,
                () -> Dl4jExport.write(plan, new float[Parameters.count(plan) - 1], stream));
    }
}
