package org.rnn4knime.nodes.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.rnn4knime.engine.encoding.EncodingSettings;
import org.rnn4knime.engine.encoding.Normalization;
import org.rnn4knime.engine.encoding.TargetTransform;
import org.rnn4knime.engine.model.RnnSettings;
import org.rnn4knime.engine.model.TrainingSettings;
import org.rnn4knime.engine.network.CellType;
import org.rnn4knime.engine.network.NetworkSettings;
import org.rnn4knime.engine.sequence.DataSettings;
import org.rnn4knime.engine.sequence.SequenceSettings;
import org.rnn4knime.nodes.port.RnnModelPortObject;
import org.rnn4knime.nodes.port.RnnModelPortObjectSpec;
import org.rnn4knime.nodes.testing.TestNode;
import org.rnn4knime.nodes.testing.TestTable;
import org.rnn4knime.nodes.testing.TextModel;
import org.rnn4knime.standin.core.ProgressListener;

class RnnSequenceGeneratorTest {

    private static final String GENERATED = "Generated (text)";

    private static RnnModelPortObject model;

    private final TestNode m_node = new TestNode(new RnnSequenceGeneratorNodeFactory());

    private final TestNode m_continuing = new TestNode(new RnnSequenceGeneratorNodeFactory(), "Beginnings");

    @BeforeAll
    static void train() {
        model = TextModel.of("roses are red", "violets are blue", "one\ntwo");
    }

    @Test
    void knowsItsColumnsBeforeItRuns() {
        assertTrue(m_node.configure(model.getSpec()), m_node::message);
        assertTrue(m_continuing.configure(model.getSpec(), beginnings().spec()), m_continuing::message);

        assertEquals(List.of(GENERATED), columns(m_node));
        assertEquals(List.of("number", "text", GENERATED), columns(m_continuing));
        assertEquals(
                StringCell.TYPE,
                ((DataTableSpec) m_node.spec(0)).getColumnSpec(GENERATED).getType());
    }

    @Test
    void writesOneTextByDefault() {
        assertTrue(m_node.execute(model), m_node::message);

        assertEquals(1, m_node.table(0).size());
        assertEquals("", m_node.message());
    }

    @Test
    void writesAsManyTextsAsAskedForThatDiffer() throws InvalidSettingsException {
        m_node.configure(model.getSpec());
        m_node.change("data", data -> data.addInt("numTexts", 30));

        assertTrue(m_node.execute(model), m_node::message);

        final var texts = TestTable.texts(m_node.table(0), GENERATED);
        assertEquals(30, texts.size());
        assertTrue(new HashSet<>(texts).size() > 1, texts::toString);
        assertEquals(List.of("Row0", "Row1"), TestTable.rowIds(m_node.table(0)).subList(0, 2));
    }

    @Test
    void continuesTheTextOfEachRow() throws InvalidSettingsException {
        takeTheMostProbable();

        execute(beginnings().row(new IntCell(1), new StringCell("ro")).row(new IntCell(2), new StringCell("vi")));

        assertEquals(List.of("roses are red", "violets are blue"), TestTable.texts(m_continuing.table(0), GENERATED));
        assertEquals(List.of("ro", "vi"), TestTable.texts(m_continuing.table(0), "text"));
        assertEquals(List.of("Row0", "Row1"), TestTable.rowIds(m_continuing.table(0)));
    }

    @Test
    void beginsWithNothingWhereTheBeginningIsMissing() throws InvalidSettingsException {
        takeTheMostProbable();

        execute(beginnings().row(new IntCell(1), DataType.getMissingCell()).row(new IntCell(2), new StringCell("")));

        final var texts = TestTable.texts(m_continuing.table(0), GENERATED);
        assertEquals(texts.get(0), texts.get(1));
        assertTrue(texts.get(0).length() > 3, texts::toString);
    }

    @Test
    void writesNothingForATableWithoutRows() {
        execute(beginnings());

        assertEquals(0, m_continuing.table(0).size());
    }

    @Test
    void takesTheModelsTextColumnElseTheFirstOne() throws InvalidSettingsException {
        assertEquals("text", column(beginnings().and("other", StringCell.TYPE), ""));
        assertEquals("start", column(TestTable.column("start", StringCell.TYPE).and("other", StringCell.TYPE), ""));
        assertEquals("other", column(beginnings().and("other", StringCell.TYPE), "other"));
    }

    private static String column(final TestTable table, final String chosen) throws InvalidSettingsException {
        final var parameters = new BeginningParameters();
        parameters.m_textColumn = chosen;
        return parameters.column(table.spec(), model.getSpec().data());
    }

    @Test
    void keepsAColumnThatIsCalledLikeItsOwn() {
        final var table = beginnings().and(GENERATED, StringCell.TYPE);

        execute(table.row(new IntCell(1), new StringCell("ro"), new StringCell("x")));

        assertEquals(List.of("number", "text", GENERATED, GENERATED + " (#1)"), columns(m_continuing));
    }

    @Test
    void needsAColumnOfText() {
        final var numbers = TestTable.column("number", IntCell.TYPE).spec();

        assertFalse(m_continuing.configure(model.getSpec(), numbers));

        assertEquals(
                "The table \"Beginnings\" has no column of text. Add one with the texts to continue, or remove the port"
                        + " to begin with nothing.",
                m_continuing.message());
    }

    @ParameterizedTest
    @CsvSource({
        "absent, Column \"absent\" is not in the table \"Beginnings\". Choose the column with the texts to continue.",
        "number, 'Column \"number\" of the table \"Beginnings\" holds numbers, but only text can be continued. "
                + "Choose a column of text.'"
    })
    void namesAColumnThatCannotBeContinued(final String column, final String message) throws InvalidSettingsException {
        m_continuing.configure(model.getSpec(), beginnings().spec());
        m_continuing.change("data", data -> data.addString("textColumn", column));

        assertFalse(m_continuing.configure(model.getSpec(), beginnings().spec()));

        assertEquals(message, m_continuing.message());
    }

    @Test
    void sendsAModelOfNumbersToItsNode() {
        final var settings = new RnnSettings(
                new DataSettings("sales", List.of(), Optional.empty()),
                new SequenceSettings(3),
                new EncodingSettings(Normalization.Z_SCORE, TargetTransform.NONE),
                new NetworkSettings(CellType.LSTM, 4),
                new TrainingSettings(1, 1, 0.01, 0, 1));
        final var table = TestTable.column("sales", DoubleCell.TYPE).spec();

        assertFalse(m_node.configure(new RnnModelPortObjectSpec(settings, table)));

        assertTrue(m_node.message().contains("Use the RNN Forecaster for this model"), m_node::message);
    }

    @ParameterizedTest
    @CsvSource({
        "output, temperature, 11, 'Temperature must be from 0 to 10, but is 11.'",
        "output, length, 0, 'Length must be from 1 to 100000, but is 0.'",
        "data, numTexts, 0, 'Number of texts must be from 1 to 1000000, but is 0.'",
        "data, numTexts, 1000001, 'Number of texts must be from 1 to 1000000, but is 1000001.'"
    })
    void refusesASettingOutOfRangeWhoeverSetsIt(
            final String section, final String key, final int value, final String message) {
        m_node.configure(model.getSpec());

        final var refusal = assertThrows(
                InvalidSettingsException.class,
                () -> m_node.change(section, settings -> {
                    if (key.equals("temperature")) {
                        settings.addDouble(key, value);
                    } else {
                        settings.addInt(key, value);
                    }
                }));

        assertEquals(message, refusal.getMessage());
    }

    @Test
    void takesTheEndOfALineAsStopSymbol() throws InvalidSettingsException {
        takeTheMostProbable();
        stopAt("\\n");

        execute(beginnings().row(new IntCell(1), new StringCell("on")));

        assertEquals(List.of("one\n"), TestTable.texts(m_continuing.table(0), GENERATED));
    }

    @Test
    void refusesAStopSymbolOfSeveralCharacters() throws InvalidSettingsException {
        stopAt("end");

        assertFalse(m_continuing.configure(model.getSpec(), beginnings().spec()));

        assertEquals(
                "The stop symbol must be one character, as the model splits texts into characters, but \"end\" is 3."
                        + " Give one character, or switch it off.",
                m_continuing.message());
    }

    @Test
    void choosesAmongTheMostProbableIfAskedTo() throws InvalidSettingsException {
        m_continuing.configure(model.getSpec(), beginnings().spec());
        m_continuing.change("output", output -> {
            output.addDouble("temperature", 10);
            output.addInt("topK", 1);
            output.addBoolean("topK_is_present", true);
        });

        execute(beginnings().row(new IntCell(1), new StringCell("ro")));

        assertEquals(List.of("roses are red"), TestTable.texts(m_continuing.table(0), GENERATED));
    }

    @Test
    void writesAtMostTheLength() throws InvalidSettingsException {
        m_continuing.configure(model.getSpec(), beginnings().spec());
        m_continuing.change("output", output -> {
            output.addDouble("temperature", 0);
            output.addInt("length", 3);
        });

        execute(beginnings().row(new IntCell(1), new StringCell("ro")));

        assertEquals(List.of("roses"), TestTable.texts(m_continuing.table(0), GENERATED));
    }

    @Test
    void writesTheSameTextsForTheSameSeedAndOthersForAnother() throws InvalidSettingsException {
        m_node.configure(model.getSpec());
        m_node.change("data", data -> data.addInt("numTexts", 20));

        assertTrue(m_node.execute(model), m_node::message);
        final var texts = TestTable.texts(m_node.table(0), GENERATED);
        assertTrue(m_node.execute(model), m_node::message);
        assertEquals(texts, TestTable.texts(m_node.table(0), GENERATED));

        m_node.change("output", output -> output.addLong("seed", 2));
        assertTrue(m_node.execute(model), m_node::message);
        assertFalse(texts.equals(TestTable.texts(m_node.table(0), GENERATED)));
    }

    @Test
    void countsUnknownSymbols() {
        execute(beginnings().row(new IntCell(1), new StringCell("R!")));

        assertTrue(
                m_continuing.message().startsWith("The beginnings have 2 symbols that the model does not know"),
                m_continuing::message);
    }

    @Test
    void itsProgressNeverGoesBack() {
        final var fractions = new ArrayList<Double>();
        m_continuing.progress().addProgressListener((ProgressListener)
                (fraction, message) -> fraction.ifPresent(fractions::add));

        execute(beginnings().row(new IntCell(1), new StringCell("ro")).row(new IntCell(2), new StringCell("v")));

        assertEquals(fractions.stream().sorted().toList(), fractions);
        assertTrue(fractions.size() > 5, fractions::toString);
    }

    @Test
    void endsWithinASecondWhenTheUserCancels() throws Exception {
        // What it finds most probable has no end.
        final var endless = TextModel.of("ab".repeat(20));
        m_node.configure(endless.getSpec());
        m_node.change("output", output -> {
            output.addInt("length", 100_000);
            output.addDouble("temperature", 0);
        });
        final var writing = new CountDownLatch(1);
        m_node.progress().addProgressListener((ProgressListener) (fraction, message) -> {
            if (fraction.orElse(0.0) > 0) {
                writing.countDown();
            }
        });
        final var thread = new Thread(() -> m_node.execute(endless));
        thread.start();
        assertTrue(writing.await(60, TimeUnit.SECONDS), "never wrote");

        m_node.progress().setExecuteCanceled();
        thread.join(1000);

        assertFalse(thread.isAlive(), "never ended");
        assertEquals(CanceledExecutionException.DEFAULT_CANCEL_MESSAGE.getSummary(), m_node.message());
        assertNull(m_node.output(0));
    }

    private static TestTable beginnings() {
        return TestTable.column("number", IntCell.TYPE).and("text", StringCell.TYPE);
    }

    private void takeTheMostProbable() throws InvalidSettingsException {
        m_continuing.configure(model.getSpec(), beginnings().spec());
        m_continuing.change("output", output -> output.addDouble("temperature", 0));
    }

    private void stopAt(final String symbol) throws InvalidSettingsException {
        m_continuing.configure(model.getSpec(), beginnings().spec());
        m_continuing.change("output", output -> {
            output.addString("stopSymbol", symbol);
            output.addBoolean("stopSymbol_is_present", true);
        });
    }

    private void execute(final TestTable table) {
        assertTrue(m_continuing.execute(model, table.create()), m_continuing::message);
    }

    private static List<String> columns(final TestNode node) {
        return List.of(((DataTableSpec) node.spec(0)).getColumnNames());
    }
}
