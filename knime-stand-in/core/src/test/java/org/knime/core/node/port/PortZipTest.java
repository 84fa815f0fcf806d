package org.knime.core.node.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.swing.JComponent;
import org.junit.jupiter.api.Test;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;

class PortZipTest {

    private static final ExecutionMonitor EXEC = new ExecutionMonitor();

    private static byte[] written(final WordSpec spec) throws IOException {
        final var bytes = new ByteArrayOutputStream();
        try (var zip = PortUtil.getPortObjectSpecZipOutputStream(bytes)) {
            new WordSpec.Serializer().savePortObjectSpec(spec, zip);
        }
        return bytes.toByteArray();
    }

    private static byte[] written(final Word word) throws IOException, CanceledExecutionException {
        final var bytes = new ByteArrayOutputStream();
        try (var zip = PortUtil.getPortObjectZipOutputStream(bytes)) {
            new Word.Serializer().savePortObject(word, zip, EXEC);
        }
        return bytes.toByteArray();
    }

    private static List<String> entries(final byte[] bytes) throws IOException {
        final var names = new ArrayList<String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName() + (zip.readAllBytes().length == 0 ? " (empty)" : ""));
            }
        }
        return names;
    }

    @Test
    void startsWithKnimesEmptyEntry() throws Exception {
        assertEquals(List.of("portSpec.file (empty)", "content.xml"), entries(written(new WordSpec("en"))));
        assertEquals(List.of("portObject.file (empty)", "word"), entries(written(new Word("tree"))));
    }

    @Test
    void readsWhatItWrote() throws Exception {
        final var spec = new WordSpec("en");
        try (var specZip = PortUtil.getPortObjectSpecZipInputStream(new ByteArrayInputStream(written(spec)));
                var zip = PortUtil.getPortObjectZipInputStream(new ByteArrayInputStream(written(new Word("tree"))))) {
            final var readSpec = new WordSpec.Serializer().loadPortObjectSpec(specZip);
            assertEquals(spec, readSpec);
            assertNotEquals(new WordSpec("de"), readSpec);
            final var word = new Word.Serializer().loadPortObject(zip, readSpec, EXEC);
            assertEquals("tree (en)", word.getSummary());
        }
    }

    @Test
    void refusesAZipOfAnotherKind() throws Exception {
        final var word = written(new Word("tree"));
        final var refusal = assertThrows(
                IOException.class, () -> PortUtil.getPortObjectSpecZipInputStream(new ByteArrayInputStream(word)));
        assertEquals("Expected the zip entry \"portSpec.file\", but found \"portObject.file\"", refusal.getMessage());
    }

    @Test
    void refusesAnObjectWhoseTypeNobodyRegistered() {
        final var refusal = assertThrows(
                IOException.class,
                () -> PortUtil.writeObjectToStream(new Word("tree"), new ByteArrayOutputStream(), EXEC));
        assertEquals(
                WordSpec.class.getName() + " is not registered at the extension point org.knime.core.PortType",
                refusal.getMessage());
    }

    public static final class Word extends AbstractPortObject {

        private String word;
        private WordSpec spec = new WordSpec("en");

        public Word() {
            this("");
        }

        Word(final String word) {
            this.word = word;
        }

        @Override
        protected void save(final PortObjectZipOutputStream out, final ExecutionMonitor exec) throws IOException {
            out.putNextEntry(new ZipEntry("word"));
            out.write(word.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        protected void load(
                final PortObjectZipInputStream in, final PortObjectSpec loadedSpec, final ExecutionMonitor exec)
                throws IOException {
            in.getNextEntry();
            word = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            spec = (WordSpec) loadedSpec;
        }

        @Override
        public String getSummary() {
            return word + " (" + spec.language + ")";
        }

        @Override
        public PortObjectSpec getSpec() {
            return spec;
        }

        @Override
        public JComponent[] getViews() {
            return new JComponent[0];
        }

        public static final class Serializer extends AbstractPortObjectSerializer<Word> {}
    }

    public static final class WordSpec extends AbstractSimplePortObjectSpec {

        private String language;

        public WordSpec() {
            this("");
        }

        WordSpec(final String language) {
            this.language = language;
        }

        @Override
        protected void save(final ModelContentWO model) {
            model.addString("language", language);
        }

        @Override
        protected void load(final ModelContentRO model) throws InvalidSettingsException {
            language = model.getString("language");
        }

        public static final class Serializer extends AbstractSimplePortObjectSpecSerializer<WordSpec> {}
    }
}
