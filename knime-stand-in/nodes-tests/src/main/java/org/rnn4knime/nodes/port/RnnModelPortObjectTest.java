package org.rnn4knime.nodes.port;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.port.PortTypeRegistry;
import org.knime.core.node.port.PortUtil;
import org.rnn4knime.engine.model.ModelFile;
import org.rnn4knime.nodes.testing.SmallModel;
import org.rnn4knime.nodes.testing.TestModel;
import org.rnn4knime.nodes.testing.TestTable;

class RnnModelPortObjectTest {

    private static RnnModelPortObject model;

    @BeforeAll
    static void train() {
        model = SmallModel.airline(TestTable.airline(0, 24), 2);
    }

    @Test
    void isRegisteredWithItsNameAndSpec() {
        assertEquals("RNN model", RnnModelPortObject.TYPE.getName());
        assertEquals(RnnModelPortObjectSpec.class, RnnModelPortObject.TYPE.getPortObjectSpecClass());
        assertTrue(PortTypeRegistry.getInstance()
                .getObjectSerializer(RnnModelPortObject.class)
                .isPresent());
    }

    @Test
    void comesBackFromItsFileAsItWas() throws IOException, CanceledExecutionException {
        final var back = (RnnModelPortObject)
                PortUtil.readObjectFromStream(new ByteArrayInputStream(bytes()), new ExecutionMonitor());

        assertEquals(model.getSpec(), back.getSpec());
        assertEquals(model.model().settings(), back.model().settings());
        assertArrayEquals(TestModel.parameters(model.model()), TestModel.parameters(back.model()));
        assertEquals(model.getSummary(), back.getSummary());
    }

    @Test
    void keepsExactlyTheModelFileInOneEntry() throws IOException {
        final var zip = new ByteArrayOutputStream();
        try (var stream = PortUtil.getPortObjectZipOutputStream(zip)) {
            model.save(stream, new ExecutionMonitor());
        }
        final var file = new ByteArrayOutputStream();
        ModelFile.write(model.model(), file);

        final List<String> names = new ArrayList<>();
        try (var stream = new ZipInputStream(new ByteArrayInputStream(zip.toByteArray()))) {
            for (var entry = stream.getNextEntry(); entry != null; entry = stream.getNextEntry()) {
                names.add(entry.getName());
                if (entry.getName().equals("model.rnn")) {
                    assertArrayEquals(file.toByteArray(), stream.readAllBytes());
                }
            }
        }
        assertEquals(List.of("portObject.file", "model.rnn"), names);
    }

    @Test
    void refusesAFileWithoutAModel() throws IOException {
        final var zip = new ByteArrayOutputStream();
        try (var stream = PortUtil.getPortObjectZipOutputStream(zip)) {
            stream.putNextEntry(new ZipEntry("something else"));
        }

        try (var stream = PortUtil.getPortObjectZipInputStream(new ByteArrayInputStream(zip.toByteArray()))) {
            final var object = new RnnModelPortObject();
            final var spec = model.getSpec();
            final var monitor = new ExecutionMonitor();
            assertThrows(IOException.class, () -> object.load(stream, spec, monitor));
        }
    }

    @Test
    void sumsItselfUpInOneLine() {
        final var summary = model.getSummary();

        assertEquals(1, summary.lines().count());
        assertTrue(summary.contains("GRU") && summary.contains("passengers"), summary);
        assertEquals(0, model.getViews().length);
    }

    private static byte[] bytes() throws IOException, CanceledExecutionException {
        final var bytes = new ByteArrayOutputStream();
        PortUtil.writeObjectToStream(model, bytes, new ExecutionMonitor());
        return bytes.toByteArray();
    }
}
