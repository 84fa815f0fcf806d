package org.rnn4knime.engine.prediction;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rnn4knime.engine.encoding.BatchReader;
import org.rnn4knime.engine.encoding.EncodingSettings;
import org.rnn4knime.engine.encoding.Normalization;
import org.rnn4knime.engine.encoding.TargetTransform;
import org.rnn4knime.engine.model.RnnModel;
import org.rnn4knime.engine.model.RnnSettings;
import org.rnn4knime.engine.model.TrainingSettings;
import org.rnn4knime.engine.network.Activation;
import org.rnn4knime.engine.network.CellType;
import org.rnn4knime.engine.network.Convolution;
import org.rnn4knime.engine.network.NetworkSettings;
import org.rnn4knime.engine.network.Reading;
import org.rnn4knime.engine.network.RnnNetwork;
import org.rnn4knime.engine.network.Summary;
import org.rnn4knime.engine.sequence.BeyondMaximum;
import org.rnn4knime.engine.sequence.Column;
import org.rnn4knime.engine.sequence.DataSettings;
import org.rnn4knime.engine.sequence.ForecastMode;
import org.rnn4knime.engine.sequence.MissingValues;
import org.rnn4knime.engine.sequence.NumberColumn;
import org.rnn4knime.engine.sequence.RowIds;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.engine.sequence.SequenceSettings;
import org.rnn4knime.engine.sequence.Sequences;
import org.rnn4knime.engine.sequence.Sequences.Truth;
import org.rnn4knime.engine.sequence.Split;
import org.rnn4knime.engine.sequence.Table;
import org.rnn4knime.engine.sequence.TextColumn;
import org.rnn4knime.engine.sequence.Tokenizer;
import org.rnn4knime.engine.sequence.Tokens;
import org.rnn4knime.engine.sequence.UnknownValues;
import org.rnn4knime.engine.sequence.Windows;
import org.rnn4knime.engine.training.Trainer;
import org.rnn4knime.engine.training.TrainingListener;

/** Three sequences of 7, 1 and 4 rows, whose rows stand among each other. */
class HiddenStatesOfPredictionsTest {

    private static final List<String> IDS = List.of("a", "b", "a", "c", "a", "c", "a", "a", "c", "a", "c", "a");

    private static final NetworkSettings GRU = new NetworkSettings(CellType.GRU, 3);

    private static final SequenceSettings WHOLE = new SequenceSettings(3);

    private static Table table(final List<String> colors) {
        final var x = IntStream.range(0, IDS.size()).mapToDouble(Math::sin).toArray();
        final var y = IntStream.range(0, IDS.size()).mapToDouble(Math::cos).toArray();
        return new Table(
                RowIds.numbered("Row", IDS.size()),
                List.of(text("id", IDS), new NumberColumn("x", x), text("color", colors), new NumberColumn("y", y)));
    }

    private static Table table() {
        return table(IDS);
    }

    private static Column text(final String name, final List<String> values) {
        return TextColumn.of(name, values.stream().map(Optional::of).toList());
    }

    private static DataSettings data(final Scope predict, final String target) {
        return new DataSettings(
                SequenceLayout.ROWS,
                predict,
                target,
                predict == Scope.STEP ? List.of("x") : List.of("x", "color"),
                List.of(),
                List.of("id"),
                Optional.empty(),
                1,
                new Tokenizer(Tokens.CHARACTERS, false),
                MissingValues.FAIL,
                UnknownValues.NO_PREDICTION);
    }

    private static RnnModel model(
            final Scope predict, final String target, final SequenceSettings sequences, final NetworkSettings network) {
        final var settings = new RnnSettings(
                data(predict, target),
                sequences,
                new EncodingSettings(Normalization.Z_SCORE, TargetTransform.NONE),
                network,
                new TrainingSettings(1, 4, 0.1, 0, 7));
        return Trainer.train(table(), settings, TrainingListener.NONE).model();
    }

    private static NetworkSettings network(
            final CellType cell,
            final int layers,
            final boolean bidirectional,
            final Optional<Convolution> convolution) {
        return new NetworkSettings(cell, 3, layers, bidirectional, Activation.TANH, convolution, Summary.LAST, 0);
    }

    /** What the network itself says of the steps of a sequence from one to before another, read alone. */
    private static Reading read(final RnnModel model, final int sequence, final int from, final int to) {
        final var sequences = Sequences.of(table(), model.settings().data(), Truth.MAY_END_EARLY);
        final var steps = sequences.steps();
        final var windowing = model.windowing();
        final var encoded = model.encoders().encode(sequences, model.settings().ahead());
        final var windows = Windows.predicting(steps, windowing, Split.all(steps));
        final var window = IntStream.range(0, windows.size())
                .filter(some -> windows.sequence(some) == sequence
                        && windows.from(some) == steps.from(sequence) + from
                        && windows.to(some) == steps.from(sequence) + to)
                .findFirst()
                .orElseThrow();
        final var batch =
                new BatchReader(encoded, windows, windowing, BatchReader.Targets.NONE).read(new int[] {window}, 0, 1);
        try (var network = RnnNetwork.of(model.plan(), model.networks().get(0).parameters(), 1)) {
            return network.read(batch.inputs(), batch.lengths(), () -> {});
        }
    }

    private static float[] state(final HiddenStates states, final int place) {
        return Arrays.copyOfRange(states.values(), place * states.units(), (place + 1) * states.units());
    }

    private static HiddenStates states(final RnnModel model) {
        return Predictor.predictWithStates(model, table()).states().orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(CellType.class)
    void ofASequenceAreThoseAfterItsLastStep(final CellType cell) {
        final var model = model(Scope.SEQUENCE, "y", WHOLE, network(cell, 2, false, Optional.empty()));

        final var states = states(model);

        assertEquals(cell == CellType.JORDAN ? 1 : 3, states.units());
        assertArrayEquals(read(model, 0, 0, 7).states().step(6, 0), state(states, 0), 1e-6f);
        assertArrayEquals(read(model, 1, 0, 1).states().step(0, 0), state(states, 1), 1e-6f);
        assertArrayEquals(read(model, 2, 0, 4).states().step(3, 0), state(states, 2), 1e-6f);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 10})
    void withPoolingAreThoseAfterTheLastPooledStep(final int poolingSize) {
        final var model = model(
                Scope.SEQUENCE,
                "y",
                WHOLE,
                network(CellType.LSTM, 1, false, Optional.of(new Convolution(2, 3, poolingSize))));

        final var states = states(model);

        assertArrayEquals(read(model, 0, 0, 7).states().step(6 / poolingSize, 0), state(states, 0), 1e-6f);
        assertArrayEquals(read(model, 2, 0, 4).states().step(3 / poolingSize, 0), state(states, 2), 1e-6f);
    }

    @Test
    void ofBothDirectionsAreThoseAfterTheWholeSequence() {
        final var model = model(Scope.SEQUENCE, "y", WHOLE, network(CellType.GRU, 1, true, Optional.empty()));

        final var states = states(model);

        final var read = read(model, 0, 0, 7).states();
        assertEquals(6, states.units());
        assertArrayEquals(Arrays.copyOf(read.step(6, 0), 3), Arrays.copyOf(state(states, 0), 3), 1e-6f);
        assertArrayEquals(Arrays.copyOfRange(read.step(0, 0), 3, 6), Arrays.copyOfRange(state(states, 0), 3, 6), 1e-6f);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void ofStepsAreThoseAtTheSteps(final boolean bidirectional) {
        final var model = model(Scope.STEP, "color", WHOLE, network(CellType.LSTM, 1, bidirectional, Optional.empty()));

        final var states = states(model);

        final var read = read(model, 2, 0, 4).states();
        final var rows = new int[] {3, 5, 8, 10};
        for (int step = 0; step < rows.length; step++) {
            assertArrayEquals(read.step(step, 0), state(states, rows[step]), 1e-6f);
        }
    }

    @Test
    void ofTheNextValueAreThoseBeforeIt() {
        final var model = model(Scope.FUTURE, "y", new SequenceSettings(3), GRU);

        final var predictions = Predictor.predictWithStates(model, table());

        final var states = predictions.states().orElseThrow();
        assertArrayEquals(read(model, 0, 2, 5).states().step(2, 0), state(states, 9), 1e-6f);
        for (int row = 0; row < IDS.size(); row++) {
            assertEquals(predictions.results().has(row), !Double.isNaN(states.value(row, 2)));
        }
        assertFalse(predictions.results().has(0));
    }

    @Test
    void ofASplitSequenceAreThoseOfItsLastPiece() {
        final var split =
                new SequenceSettings(3, Optional.of(1), Optional.of(5), BeyondMaximum.SPLIT, ForecastMode.RECURSIVE, 1);
        final var model = model(Scope.SEQUENCE, "y", split, GRU);

        assertArrayEquals(read(model, 0, 5, 7).states().step(1, 0), state(states(model), 0), 1e-6f);
    }

    @Test
    void leaveThePredictionsAsTheyAre() {
        final var model = model(Scope.STEP, "color", WHOLE, GRU);

        final var without = Predictor.predict(model, table());
        final var with = Predictor.predictWithStates(model, table());

        assertTrue(without.states().isEmpty());
        assertArrayEquals(
                ((ClassResults) without.results()).probabilities(), ((ClassResults) with.results()).probabilities());
        assertEquals(without.evaluation(), with.evaluation());
    }

    @Test
    void areMissingWhereThePredictionIs() {
        final var model = model(Scope.SEQUENCE, "y", WHOLE, GRU);
        final var colors = List.of("a", "b", "a", "c", "a", "pink", "a", "a", "c", "a", "c", "a");

        final var predictions = Predictor.predictWithStates(model, table(colors));

        assertFalse(predictions.results().has(2));
        assertTrue(Double.isNaN(predictions.states().orElseThrow().value(2, 0)));
        assertFalse(Double.isNaN(predictions.states().orElseThrow().value(0, 0)));
    }

    @Test
    void areNoneOfATableWithoutRows() {
        final var model = model(Scope.SEQUENCE, "y", WHOLE, GRU);
        final var empty = new Table(
                List.of(),
                List.of(text("id", List.of()), new NumberColumn("x", new double[0]), text("color", List.of())));

        final var predictions = Predictor.predictWithStates(model, empty);

        assertEquals(0, predictions.results().size());
        assertEquals(0, predictions.states().orElseThrow().values().length);
        assertEquals(List.of(), predictions.evaluation());
    }
}
