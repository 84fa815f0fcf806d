package org.rnn4knime.nodes.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnn4knime.nodes.testing.TestCells.number;
import static org.rnn4knime.nodes.testing.TestCells.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;
import org.rnn4knime.engine.model.RnnSettings;
import org.rnn4knime.engine.network.CellType;
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
import org.rnn4knime.nodes.table.HistoryColumns;
import org.rnn4knime.nodes.testing.SmallModel;
import org.rnn4knime.nodes.testing.TestTable;

class RnnModelPortObjectSpecTest {

    private static final TestTable TABLE = TestTable.column("id", IntCell.TYPE)
            .and("day", IntCell.TYPE)
            .and("x", DoubleCell.TYPE)
            .and("color", StringCell.TYPE)
            .and("y", DoubleCell.TYPE);

    private static SmallModel steps(final String target, final String... features) {
        return SmallModel.of(SequenceLayout.ROWS, Scope.STEP, target, features);
    }

    @Test
    void comesBackFromItsFileWithEverySetting() throws InvalidSettingsException {
        final var data = new DataSettings(
                SequenceLayout.ROWS,
                Scope.FUTURE,
                "y",
                List.of("x", "color"),
                List.of("color"),
                List.of("id"),
                Optional.of("day"),
                1,
                new Tokenizer(Tokens.WORDS, true),
                MissingValues.MEAN,
                UnknownValues.READ_AS_UNKNOWN);
        final var sequences =
                new SequenceSettings(5, Optional.of(2), Optional.of(9), BeyondMaximum.SPLIT, ForecastMode.DIRECT, 3);
        final var small = steps("y", "x").settings();
        final var settings = new RnnSettings(data, sequences, small.encoding(), small.network(), small.training());
        final var spec = new RnnModelPortObjectSpec(settings, TABLE.spec());

        final var back = back(spec);

        assertEquals(data, back.data());
        assertEquals(sequences, back.sequences());
        assertEquals(spec.kinds(), back.kinds());
        assertEquals("GRU", back.cellType());
        assertEquals(Optional.of(3), back.hiddenStates());
        assertEquals(Optional.empty(), back.classes());
        assertEquals(spec.history(true), back.history(true));
        assertEquals(spec, back);
    }

    @ParameterizedTest
    @CsvSource({"y, false", "color, true"})
    void knowsWhatTheHistoryOfAFurtherTrainingHas(final String target, final boolean hasClasses)
            throws InvalidSettingsException {
        final var model = steps(target, "x");

        final var spec = back(model.spec(TABLE.spec()));

        final var layers = List.of("recurrent 1", "output");
        assertEquals(new HistoryColumns(layers, true, hasClasses), spec.history(true));
        assertEquals(new HistoryColumns(layers, false, hasClasses), spec.history(false));
        assertEquals(HistoryColumns.of(model.settings(), TABLE.spec(), false), spec.history(false));
    }

    /** So that columns of the history do not vanish once the model is there. */
    @Test
    void keepsAnEmbeddingThatThereCouldHaveBeen() {
        final var table = TestTable.column("color", StringCell.TYPE).and("y", DoubleCell.TYPE);
        for (var row = 0; row < 4; row++) {
            table.row(text("red"), number(row));
        }
        final var model = steps("y", "color");

        final var layers = List.of("embedding", "recurrent 1", "output");
        assertEquals(layers, model.spec(table.spec()).history(false).layers());
        assertEquals(layers, model.train(table).getSpec().history(false).layers());
    }

    @Test
    void knowsWhatEachColumnHeld() {
        final var spec = steps("y", "x", "color").inOrderOf("day").spec(TABLE.spec());

        assertEquals(
                Map.of(
                        "day", ColumnKind.NUMBER,
                        "x", ColumnKind.NUMBER,
                        "color", ColumnKind.TEXT,
                        "y", ColumnKind.NUMBER),
                spec.kinds());
        assertEquals(ColumnKind.NUMBER, spec.targetKind());
        assertEquals(Optional.of(ColumnKind.NUMBER), spec.orderKind());
    }

    @Test
    void knowsNothingOfTheOrderWhereThereIsNone() throws InvalidSettingsException {
        final var spec = steps("y", "x").spec(TABLE.spec());

        assertEquals(Optional.empty(), spec.orderKind());
        assertEquals(Optional.empty(), back(spec).orderKind());
        assertEquals(Optional.empty(), back(spec).data().orderColumn());
    }

    @Test
    void knowsTheClassesOnceItIsTrained() throws InvalidSettingsException {
        final var table = TestTable.column("x", DoubleCell.TYPE).and("color", StringCell.TYPE);
        for (final var color : List.of("red", "blue", "red", "green")) {
            table.row(number(color.length()), text(color));
        }
        final var model = steps("color", "x");

        final var trained = model.train(table).getSpec();

        assertEquals(Optional.empty(), model.spec(table.spec()).classes());
        assertEquals(Optional.of(List.of("blue", "green", "red")), trained.classes());
        assertEquals(trained, back(trained));
        assertNotEquals(model.spec(table.spec()), trained);
    }

    @Test
    void doesNotTakePossibleValuesForClassesThatAreLearned() {
        final var color = new DataColumnSpecCreator("color", StringCell.TYPE);
        color.setDomain(new DataColumnDomainCreator(new StringCell[] {new StringCell("red")}).createDomain());
        final var table =
                new DataTableSpec(new DataColumnSpecCreator("x", DoubleCell.TYPE).createSpec(), color.createSpec());

        assertEquals(Optional.empty(), steps("color", "x").spec(table).classes());
    }

    @Test
    void countsNoSymbolsAsClasses() {
        final var table =
                TestTable.column("verse", StringCell.TYPE).row(text("abc")).row(text("cab"));
        final var model = SmallModel.of(SequenceLayout.TEXT, Scope.FUTURE, "verse");

        final var spec = model.train(table).getSpec();

        assertTrue(spec.isNextSymbol());
        assertEquals(Optional.empty(), spec.classes());
        assertEquals(ColumnKind.TEXT, spec.targetKind());
    }

    @ParameterizedTest
    @CsvSource({"LSTM, false, 3", "GRU, true, 6", "JORDAN, false, 1", "JORDAN, true, 2"})
    void knowsTheNumberOfHiddenStates(final CellType cell, final boolean bidirectional, final int expected) {
        final var table = TestTable.column("x", DoubleCell.TYPE).and("y", DoubleCell.TYPE);
        for (var row = 0; row < 4; row++) {
            table.row(number(row), number(row));
        }
        final var model = steps("y", "x").cell(cell, bidirectional);

        assertEquals(Optional.of(expected), model.spec(table.spec()).hiddenStates());
        assertEquals(Optional.of(expected), model.train(table).getSpec().hiddenStates());
    }

    @Test
    void findsTheHiddenStatesOfJordansNetworkWithTheClasses() {
        final var table = TestTable.column("x", DoubleCell.TYPE).and("flag", BooleanCell.TYPE);
        for (var row = 0; row < 4; row++) {
            table.row(number(row), BooleanCell.get(row > 1));
        }
        final var model = steps("flag", "x").cell(CellType.JORDAN, true);

        assertEquals(Optional.empty(), model.spec(table.spec()).hiddenStates());
        assertEquals(Optional.of(4), model.train(table).getSpec().hiddenStates());
        assertEquals(ColumnKind.BOOLEAN, model.spec(table.spec()).targetKind());
    }

    @Test
    void differsFromTheSpecOfAnotherModel() {
        final var spec = steps("y", "x").spec(TABLE.spec());

        assertEquals(spec, steps("y", "x").spec(TABLE.spec()));
        assertNotEquals(spec, steps("y", "x").reading(5).spec(TABLE.spec()));
        assertNotEquals(spec, steps("y", "x", "color").spec(TABLE.spec()));
        final DataType otherKind = StringCell.TYPE;
        assertNotEquals(
                spec,
                steps("y", "x")
                        .spec(TestTable.column("x", otherKind)
                                .and("y", DoubleCell.TYPE)
                                .spec()));
    }

    @Test
    void refusesTheSpecOfALaterVersion() {
        assertTrue(refusal(content -> content.addInt("formatVersion", 2)).contains("Update the extension"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"layout", "predict", "tokens", "missingValues", "unknownValues"})
    void refusesAWordThatMeansNothing(final String key) {
        assertEquals(
                "The RNN model is damaged: \"" + key + "\" is \"SMELL\". Train or save the model anew.",
                refusal(content -> data(content).addString(key, "SMELL")));
    }

    @Test
    void refusesWhatDoesNotFitTogether() {
        assertDamaged(content -> data(content).addStringArray("kinds", "NUMBER"));
        assertDamaged(content -> data(content).addStringArray("kinds", "NUMBER", "SMELL"));
        assertDamaged(content -> data(content).addStringArray("featureColumns", "x", "other"));
        assertDamaged(content -> data(content).addString("targetColumn", "x"));
        assertDamaged(content -> data(content).addInt("featuresPerStep", -1));
        assertDamaged(content -> sequences(content).addInt("sequenceLength", 0));
        assertDamaged(content -> sequences(content).addString("beyondMaximum", ""));
        assertDamaged(content -> content.addInt("hiddenStates", 0));
        assertDamaged(content -> content.addInt("formatVersion", 0));
        assertDamaged(content -> content.addStringArray("layers", "output", "output"));
    }

    @Test
    void refusesNothingInPlaceOfSomething() {
        assertDamaged(content -> data(content).addString("layout", null));
        assertDamaged(content -> data(content).addString("targetColumn", null));
        assertDamaged(content -> data(content).addStringArray("featureColumns", "x", null));
        assertDamaged(content -> data(content).addStringArray("featureColumns", (String[]) null));
        assertDamaged(content -> content.addString("cellType", null));
        assertDamaged(content -> content.addStringArray("classes", "a", null));
        assertDamaged(content -> content.addStringArray("layers", "output", null));
        assertDamaged(content -> content.addStringArray("layers", (String[]) null));
        assertDamaged(content -> content.addString("layers", "no list"));
        assertDamaged(content -> content.addString("data", "no group"));
    }

    @Test
    void refusesAFileThatEndsTooEarly() {
        final var content = new ModelContent("spec");
        content.addInt("formatVersion", 1);

        final var message = assertThrows(
                        InvalidSettingsException.class, () -> new RnnModelPortObjectSpec().load(content))
                .getMessage();

        assertTrue(message.startsWith("The RNN model is damaged: "), message);
    }

    private static void assertDamaged(final Consumer<ModelContent> change) {
        final var message = refusal(change);
        assertTrue(
                message.startsWith("The RNN model is damaged: ") && message.endsWith("Train or save the model anew."),
                message);
    }

    private static String refusal(final Consumer<ModelContent> change) {
        final var content = new ModelContent("spec");
        steps("y", "x").spec(TABLE.spec()).save(content);
        change.accept(content);
        return assertThrows(InvalidSettingsException.class, () -> new RnnModelPortObjectSpec().load(content))
                .getMessage();
    }

    private static ModelContent data(final ModelContent content) {
        return group("data", content);
    }

    private static ModelContent sequences(final ModelContent content) {
        return group("sequences", content);
    }

    private static ModelContent group(final String key, final ModelContent content) {
        try {
            return content.getModelContent(key);
        } catch (final InvalidSettingsException e) {
            throw new AssertionError(e);
        }
    }

    private static RnnModelPortObjectSpec back(final RnnModelPortObjectSpec spec) throws InvalidSettingsException {
        final var content = new ModelContent("spec");
        spec.save(content);
        final var back = new RnnModelPortObjectSpec();
        back.load(content);
        return back;
    }
}
