package org.rnn4knime.nodes.table;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.rnn4knime.nodes.testing.TestCells.NUMBERS;
import static org.rnn4knime.nodes.testing.TestCells.TEXTS;
import static org.rnn4knime.nodes.testing.TestCells.TRUTHS;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.nodes.testing.SmallModel;
import org.rnn4knime.nodes.testing.TestTable;

class ModelColumnsTest {

    private static final TestTable TRAINING = TestTable.column("shop", StringCell.TYPE)
            .and("day", IntCell.TYPE)
            .and("price", DoubleCell.TYPE)
            .and("weather", StringCell.TYPE)
            .and("sales", DoubleCell.TYPE);

    private static ModelColumns model(final Scope predict) {
        final var model = SmallModel.of(SequenceLayout.ROWS, predict, "sales", "price", "weather")
                .by("shop")
                .inOrderOf("day");
        return ModelColumns.of((predict == Scope.FUTURE ? model.knowing("price") : model).data(), TRAINING.spec());
    }

    private static TestTable table() {
        return TestTable.column("shop", StringCell.TYPE).and("day", IntCell.TYPE);
    }

    @Test
    void keepsWhatEachColumnHeld() {
        assertEquals(
                Map.of(
                        "day", ColumnKind.NUMBER,
                        "price", ColumnKind.NUMBER,
                        "weather", ColumnKind.TEXT,
                        "sales", ColumnKind.NUMBER),
                model(Scope.STEP).kinds());
        assertEquals(ColumnKind.NUMBER, model(Scope.STEP).targetKind());
        assertEquals(Optional.of(ColumnKind.NUMBER), model(Scope.STEP).orderKind());
    }

    @Test
    void refusesToKnowTooLittle() {
        final var data = model(Scope.STEP).data();
        final Map<String, ColumnKind> kinds = Map.of("day", ColumnKind.NUMBER);

        assertThrows(IllegalArgumentException.class, () -> new ModelColumns(data, kinds));
    }

    @Test
    void takesColumnsInAnyOrderAndMoreOfThem() {
        final var table = TestTable.column("sales", DoubleCell.TYPE)
                .and("note", NUMBERS)
                .and("weather", StringCell.TYPE)
                .and("price", IntCell.TYPE)
                .and("day", DoubleCell.TYPE)
                .and("shop", IntCell.TYPE);

        for (final var predict : Scope.values()) {
            assertDoesNotThrow(() -> model(predict).checkForModel(table.spec(), "Data"));
        }
    }

    @Test
    void needsTheTargetOnlyWhereItsOwnPastIsRead() {
        final var table = table().and("price", DoubleCell.TYPE).and("weather", StringCell.TYPE);

        assertDoesNotThrow(() -> model(Scope.STEP).checkForModel(table.spec(), "Data"));
        assertDoesNotThrow(() -> model(Scope.SEQUENCE).checkForModel(table.spec(), "Data"));
        assertEquals(
                "The table \"Data\" has no column \"sales\", the model's target column. "
                        + "Add or rename a column, or train a model on such a table.",
                refusal(model(Scope.FUTURE), table));
    }

    @Test
    void needsTheTargetToLearnFromWhateverIsPredicted() {
        final var lacking = table().and("price", DoubleCell.TYPE).and("weather", StringCell.TYPE);
        final var wrong = table().and("price", DoubleCell.TYPE)
                .and("weather", StringCell.TYPE)
                .and("sales", StringCell.TYPE);

        for (final var predict : Scope.values()) {
            final var model = model(predict);
            assertDoesNotThrow(() -> model.checkForTraining(TRAINING.spec(), "Data"));
            assertEquals(
                    "The table \"Data\" has no column \"sales\", the model's target column. "
                            + "Add or rename a column, or train a model on such a table.",
                    assertThrows(InvalidSettingsException.class, () -> model.checkForTraining(lacking.spec(), "Data"))
                            .getMessage());
            assertEquals(
                    "Column \"sales\" of the table \"Data\" holds text, but the model's target column holds numbers. "
                            + "Convert the column, or train a model on such a table.",
                    assertThrows(InvalidSettingsException.class, () -> model.checkForTraining(wrong.spec(), "Data"))
                            .getMessage());
        }
    }

    @Test
    void refusesATargetOfAnotherKindAlsoWhereItIsNotNeeded() {
        final var table = table().and("price", DoubleCell.TYPE)
                .and("weather", StringCell.TYPE)
                .and("sales", StringCell.TYPE);

        assertEquals(
                "Column \"sales\" of the table \"Data\" holds text, but the model's target column holds numbers. "
                        + "Convert or remove the column, or train a model on such a table.",
                refusal(model(Scope.STEP), table));
    }

    @Test
    void takesBooleansForNumbersInFeaturesButNotInTheTarget() {
        final var feature = table().and("price", BooleanCell.TYPE)
                .and("weather", StringCell.TYPE)
                .and("sales", DoubleCell.TYPE);
        final var target = table().and("price", DoubleCell.TYPE)
                .and("weather", StringCell.TYPE)
                .and("sales", BooleanCell.TYPE);

        assertDoesNotThrow(() -> model(Scope.FUTURE).checkForModel(feature.spec(), "Data"));
        assertEquals(
                "Column \"sales\" of the table \"Data\" holds Booleans, but the model's target column holds numbers. "
                        + "Convert the column, or train a model on such a table.",
                refusal(model(Scope.FUTURE), target));
    }

    @Test
    void namesAFeatureThatIsNotThereOrOfAnotherKind() {
        final var without = table().and("weather", StringCell.TYPE);
        final var other = table().and("price", DoubleCell.TYPE).and("weather", DoubleCell.TYPE);

        assertEquals(
                "The table \"Data\" has no column \"price\", the model's feature column. "
                        + "Add or rename a column, or train a model on such a table.",
                refusal(model(Scope.STEP), without));
        assertEquals(
                "Column \"weather\" of the table \"Data\" holds numbers, but the model's feature column holds text. "
                        + "Convert the column, or train a model on such a table.",
                refusal(model(Scope.STEP), other));
    }

    @Test
    void namesAnIdAndAnOrderThatAreNotThere() {
        final var withoutId = TestTable.column("day", IntCell.TYPE)
                .and("price", DoubleCell.TYPE)
                .and("weather", StringCell.TYPE);
        final var withoutOrder = TestTable.column("shop", StringCell.TYPE)
                .and("price", DoubleCell.TYPE)
                .and("weather", StringCell.TYPE);

        assertEquals(
                "The table \"Data\" has no column \"shop\", the model's sequence ID column. "
                        + "Add or rename a column, or train a model on such a table.",
                refusal(model(Scope.STEP), withoutId));
        assertEquals(
                "The table \"Data\" has no column \"day\", the model's order column. "
                        + "Add or rename a column, or train a model on such a table.",
                refusal(model(Scope.STEP), withoutOrder));
    }

    @Test
    void tellsListsFromSingleValues() {
        final var training = TestTable.column("x", NUMBERS).and("y", TEXTS);
        final var model = ModelColumns.of(
                SmallModel.of(SequenceLayout.LISTS, Scope.STEP, "y", "x").data(), training.spec());

        assertEquals(ColumnKind.TEXT_LIST, model.targetKind());
        assertDoesNotThrow(
                () -> model.checkForModel(TestTable.column("x", TRUTHS).spec(), "Data"));
        assertEquals(
                "Column \"x\" of the table \"Data\" holds numbers, but the model's feature column holds lists of numbers."
                        + " Convert the column, or train a model on such a table.",
                refusal(model, TestTable.column("x", DoubleCell.TYPE)));
    }

    @Test
    void callsStepColumnsAndTextsByTheirNames() {
        final var steps = ModelColumns.of(
                SmallModel.of(SequenceLayout.COLUMNS, Scope.FUTURE, "", "h1", "h2")
                        .data(),
                TestTable.column("h1", DoubleCell.TYPE)
                        .and("h2", DoubleCell.TYPE)
                        .spec());
        final var texts = ModelColumns.of(
                SmallModel.of(SequenceLayout.TEXT, Scope.FUTURE, "verse").data(),
                TestTable.column("verse", StringCell.TYPE).spec());

        assertEquals(
                "The table \"Data\" has no column \"h2\", the model's step column. "
                        + "Add or rename a column, or train a model on such a table.",
                refusal(steps, TestTable.column("h1", DoubleCell.TYPE)));
        assertEquals(
                "Column \"verse\" of the table \"Data\" holds numbers, but the model's text column holds text. "
                        + "Convert the column, or train a model on such a table.",
                refusal(texts, TestTable.column("verse", DoubleCell.TYPE)));
    }

    @Test
    void findsTheStepsThatForecastThemselvesAmongOtherFeatures() {
        final var data = SmallModel.of(SequenceLayout.COLUMNS, Scope.FUTURE, "", "a1", "b1", "a2", "b2")
                .featuresPerStep(2)
                .data();

        assertEquals(List.of("a1", "a2"), ModelColumns.targets(data));
    }

    @Test
    void needsOfTheFutureOnlyWhatIsKnownOfIt() {
        final var future = table().and("price", DoubleCell.TYPE);

        assertDoesNotThrow(() -> model(Scope.FUTURE).checkKnownFuture(future.spec(), "Known future"));
        assertEquals(
                "The table \"Known future\" has no column \"price\", the model's feature column. "
                        + "Add or rename a column, or train a model on such a table.",
                assertThrows(InvalidSettingsException.class, () -> model(Scope.FUTURE)
                                .checkKnownFuture(table().spec(), "Known future"))
                        .getMessage());
    }

    private static String refusal(final ModelColumns model, final TestTable table) {
        return assertThrows(InvalidSettingsException.class, () -> model.checkForModel(table.spec(), "Data"))
                .getMessage();
    }
}
