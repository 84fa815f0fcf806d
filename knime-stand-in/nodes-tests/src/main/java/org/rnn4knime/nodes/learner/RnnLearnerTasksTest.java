package org.rnn4knime.nodes.learner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.collection.CollectionCellFactory;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.rnn4knime.engine.encoding.ClassTarget;
import org.rnn4knime.engine.encoding.NumberTarget;
import org.rnn4knime.engine.model.RnnModel;
import org.rnn4knime.nodes.port.RnnModelPortObject;
import org.rnn4knime.nodes.testing.TestNode;
import org.rnn4knime.nodes.testing.TestTable;

/** Learns each task that there is, of numbers and of classes. */
class RnnLearnerTasksTest {

    private static final int SEQUENCES = 6;

    private static final int STEPS = 5;

    private static final DataType NUMBERS = ListCell.getCollectionType(DoubleCell.TYPE);

    private static final DataType WORDS = ListCell.getCollectionType(StringCell.TYPE);

    @ParameterizedTest
    @CsvSource({
        "SEQUENCE, number, true",
        "SEQUENCE, number, false",
        "SEQUENCE, state, true",
        "SEQUENCE, state, false",
        "SEQUENCE, flag, true",
        "STEP, number, true",
        "STEP, number, false",
        "STEP, state, true",
        "STEP, state, false",
        "FUTURE, number, true",
        "FUTURE, number, false",
        "FUTURE, state, true",
        "FUTURE, state, false"
    })
    void learnsFromRows(final String predict, final String target, final boolean hasIds)
            throws InvalidSettingsException {
        final var table = rows();
        final var node = node(table, "ROWS", predict, target);
        choose(node, "sequenceIdColumns", hasIds ? new String[] {"id"} : new String[0]);
        choose(node, "featureColumns", "number", "state", "flag");

        final var model = model(node, table);

        assertEquals(
                Stream.of("number", "state", "flag")
                        .filter(name -> !name.equals(target))
                        .toList(),
                model.settings().data().featureColumns());
        assertEquals(target.equals("number"), model.encoders().target() instanceof NumberTarget);
        assertEquals(hasIds ? SEQUENCES : 1, model.provenance().sequences());
    }

    @ParameterizedTest
    @CsvSource({
        "SEQUENCE, number, 'x1, x2, x3, x4', 1",
        "SEQUENCE, state, 'x1, x2, x3, x4', 2",
        "SEQUENCE, state, 's1, s2, s3, s4', 1",
        "FUTURE, '', 'x1, x2, x3, x4', 1",
        "FUTURE, '', 'x1, x2, x3, x4', 2",
        "FUTURE, '', 's1, s2, s3, s4', 1"
    })
    void learnsFromColumns(final String predict, final String target, final String features, final int featuresPerStep)
            throws InvalidSettingsException {
        final var table = columns();
        final var node = node(table, "COLUMNS", predict, target);
        choose(node, "featureColumns", features.split(", "));
        node.change("data", data -> data.addInt("featuresPerStep", featuresPerStep))
                .change("sequences", sequences -> sequences.addInt("sequenceLength", 1));

        final var model = model(node, table);

        assertEquals(target, model.settings().data().targetColumn());
        assertEquals(List.of(features.split(", ")), model.settings().data().featureColumns());
        final var isNumber = target.isEmpty() ? features.startsWith("x") : target.equals("number");
        assertEquals(isNumber, model.encoders().target() instanceof NumberTarget);
    }

    @ParameterizedTest
    @CsvSource({
        "SEQUENCE, number",
        "SEQUENCE, state",
        "STEP, numbers",
        "STEP, states",
        "FUTURE, numbers",
        "FUTURE, states"
    })
    void learnsFromLists(final String predict, final String target) throws InvalidSettingsException {
        final var table = lists();
        final var node = node(table, "LISTS", predict, target);
        choose(node, "featureColumns", "numbers", "states");

        final var model = model(node, table);

        assertEquals(target.startsWith("number"), model.encoders().target() instanceof NumberTarget);
        assertEquals(SEQUENCES, model.provenance().sequences());
    }

    @ParameterizedTest
    @CsvSource({
        "SEQUENCE, number, CHARACTERS",
        "SEQUENCE, kind, CHARACTERS",
        "SEQUENCE, kind, WORDS",
        "FUTURE, '', CHARACTERS",
        "FUTURE, '', WORDS"
    })
    void learnsFromTexts(final String predict, final String target, final String tokens)
            throws InvalidSettingsException {
        final var table = texts();
        final var node = node(table, "TEXT", predict, target).change("data", data -> {
            data.addString("textColumn", "text");
            data.addString("tokens", tokens);
        });

        final var model = model(node, table);

        assertEquals(!target.equals("number"), model.encoders().target() instanceof ClassTarget);
        final var symbols = model.encoders().nominals().get(0).vocabulary().values();
        assertTrue(symbols.contains(tokens.equals("WORDS") ? "heißt" : "ß"), symbols::toString);
    }

    @Test
    void knowsNoMoreSymbolsThanItIsAllowedTo() throws InvalidSettingsException {
        final var table = texts();
        final var node = node(table, "TEXT", "SEQUENCE", "kind")
                .change("data", data -> data.addString("textColumn", "text"))
                .change("sequences", sequences -> {
                    sequences.addInt("maximumVocabulary", 4);
                    sequences.addBoolean("maximumVocabulary_is_present", true);
                });

        final var model = model(node, table);

        assertEquals(4, model.encoders().nominals().get(0).vocabulary().size());
    }

    @Test
    void learnsWhatIsGuessedOfLists() throws InvalidSettingsException {
        final var table = lists();
        final var node = new TestNode(new RnnLearnerNodeFactory());
        node.configure(table.getDataTableSpec());

        final var model = model(small(node), table);

        assertEquals("number", model.settings().data().targetColumn());
        assertEquals(List.of("numbers", "states"), model.settings().data().featureColumns());
    }

    @Test
    void measuresWhatIsHeldBackOfEachClass() throws InvalidSettingsException {
        final var table = lists();
        final var node = node(table, "LISTS", "SEQUENCE", "state").change("validation", validation -> {
            validation.addString("validationSplit", "STRATIFIED");
            validation.addDouble("validationFraction", 0.34);
        });

        final var model = model(node, table);

        assertEquals(2, model.provenance().validationWindows());
        assertTrue(model.networks().get(0).history().get(0).validationLoss().isPresent());
    }

    @Test
    void skipsMissingValuesIfToldSo() throws InvalidSettingsException {
        final var table = TestTable.column("number", DoubleCell.TYPE);
        IntStream.range(0, 20)
                .forEach(row -> table.row(row == 7 ? DataType.getMissingCell() : new DoubleCell(row % 4)));
        final var node = node(table.create(), "ROWS", "FUTURE", "number")
                .change("data", data -> data.addString("missingValues", "SKIP"));

        assertTrue(node.execute(table.create()), node::message);

        assertTrue(node.message().startsWith("1 time step is left out for missing values"), node::message);
    }

    @Test
    void warnsWhenItRunsOfFeaturesOfWhichNobodyKnowsTheFuture() throws InvalidSettingsException {
        final var table = rows();
        final var node = node(table, "ROWS", "FUTURE", "number");
        choose(node, "featureColumns", "state");

        assertTrue(node.execute(table), node::message);

        final var messages = node.message().split("\n");
        assertEquals(2, messages.length, node::message);
        assertTrue(messages[1].contains("\"state\" is not known in the future"), node::message);
    }

    private static TestNode node(
            final BufferedDataTable table, final String layout, final String predict, final String target)
            throws InvalidSettingsException {
        final var node = new TestNode(new RnnLearnerNodeFactory());
        node.configure(table.getDataTableSpec());
        choose(node, "featureColumns");
        return small(node).change("data", data -> {
            data.addString("layout", layout);
            data.addString("predict", predict);
            data.addString("targetColumn", target);
        });
    }

    private static TestNode small(final TestNode node) throws InvalidSettingsException {
        return node.change("sequences", sequences -> sequences.addInt("sequenceLength", 2))
                .change("network", network -> network.addInt("hiddenUnits", 3))
                .change("training", training -> training.addInt("epochs", 2));
    }

    private static void choose(final TestNode node, final String key, final String... columns)
            throws InvalidSettingsException {
        node.change("data/" + key + "/manualFilter", filter -> filter.addStringArray("manuallySelected", columns));
    }

    private static RnnModel model(final TestNode node, final BufferedDataTable table) {
        assertTrue(node.execute(table), node::message);
        return ((RnnModelPortObject) node.output(0)).model();
    }

    private static DataCell number(final int place) {
        return new DoubleCell(place * place % 7);
    }

    private static DataCell state(final int place) {
        return new StringCell(place % 3 == 0 ? "fine" : "worn");
    }

    private static BufferedDataTable rows() {
        final var table = TestTable.column("id", IntCell.TYPE)
                .and("number", DoubleCell.TYPE)
                .and("state", StringCell.TYPE)
                .and("flag", BooleanCell.TYPE);
        for (int row = 0; row < SEQUENCES * STEPS; row++) {
            table.row(new IntCell(row / STEPS), number(row), state(row), BooleanCell.get(row % 2 == 0));
        }
        return table.create();
    }

    private static BufferedDataTable columns() {
        final var table = TestTable.column("x1", DoubleCell.TYPE);
        Stream.of("x2", "x3", "x4").forEach(name -> table.and(name, DoubleCell.TYPE));
        Stream.of("s1", "s2", "s3", "s4").forEach(name -> table.and(name, StringCell.TYPE));
        table.and("number", DoubleCell.TYPE).and("state", StringCell.TYPE);
        for (int row = 0; row < SEQUENCES; row++) {
            final var first = row;
            table.row(Stream.of(
                            IntStream.range(0, 4).mapToObj(step -> number(first + step)),
                            IntStream.range(0, 4).mapToObj(step -> state(first + step)),
                            Stream.of(number(first), state(first)))
                    .flatMap(cells -> cells)
                    .toArray(DataCell[]::new));
        }
        return table.create();
    }

    private static BufferedDataTable lists() {
        final var table = TestTable.column("numbers", NUMBERS)
                .and("states", WORDS)
                .and("state", StringCell.TYPE)
                .and("number", DoubleCell.TYPE);
        for (int row = 0; row < SEQUENCES; row++) {
            final var length = row + 3;
            table.row(
                    list(length, RnnLearnerTasksTest::number),
                    list(length, RnnLearnerTasksTest::state),
                    state(row),
                    number(row));
        }
        return table.create();
    }

    private static DataCell list(final int length, final IntFunction<DataCell> element) {
        return CollectionCellFactory.createListCell(
                IntStream.range(0, length).mapToObj(element).toList());
    }

    private static BufferedDataTable texts() {
        final var table = TestTable.column("text", StringCell.TYPE)
                .and("kind", StringCell.TYPE)
                .and("number", IntCell.TYPE);
        for (int row = 0; row < SEQUENCES; row++) {
            final var isQuestion = row % 2 == 0;
            table.row(
                    new StringCell(isQuestion ? "Wie heißt du ?" : "Ich bin 한글 und mehr"),
                    new StringCell(isQuestion ? "question" : "answer"),
                    new IntCell(row));
        }
        return table.create();
    }
}
