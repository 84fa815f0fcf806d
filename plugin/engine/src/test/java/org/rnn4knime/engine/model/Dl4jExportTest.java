package org.rnn4knime.engine.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.rnn4knime.engine.model.ExportExamples.DROPOUT;
import static org.rnn4knime.engine.model.ExportExamples.FEATURES;
import static org.rnn4knime.engine.model.ExportExamples.HIDDEN;
import static org.rnn4knime.engine.model.ExportExamples.convolving;
import static org.rnn4knime.engine.model.ExportExamples.export;
import static org.rnn4knime.engine.model.ExportExamples.numbers;
import static org.rnn4knime.engine.model.ExportExamples.parameters;
import static org.rnn4knime.engine.model.ExportExamples.plan;
import static org.rnn4knime.engine.model.ExportExamples.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rnn4knime.engine.network.Activation;
import org.rnn4knime.engine.network.CellType;
import org.rnn4knime.engine.network.Convolution;
import org.rnn4knime.engine.network.Inputs;
import org.rnn4knime.engine.network.NetworkPlan;
import org.rnn4knime.engine.network.NetworkSettings;
import org.rnn4knime.engine.network.Outputs;
import org.rnn4knime.engine.network.Outputs.Scope;
import org.rnn4knime.engine.network.Outputs.Type;
import org.rnn4knime.engine.network.Summary;
import org.rnn4knime.engine.network.reference.ReferenceNetwork;
import org.rnn4knime.engine.sequence.Tensor;

class Dl4jExportTest {

    private static final int STEPS = 6;

    private static final int[] FULL = {STEPS, STEPS, STEPS, STEPS};

    private static final int[] ODD = {5, 5};

    private static final int[] RAGGED = {STEPS, 1, 4, 2};

    @TempDir
    private static Path folder;

    private static StrangersProcess stranger;

    /** A network and what it reads. */
    private record Case(NetworkPlan plan, int[] lengths) {

        Tensor inputs() {
            return new Tensor(steps(), FEATURES, lengths.length, numbers(steps() * FEATURES * lengths.length, 1.5));
        }

        int steps() {
            return lengths[0];
        }

        /** The name of a file, too. */
        @Override
        public String toString() {
            final var settings = plan.settings();
            return String.join(
                    "-",
                    settings.cellType().name(),
                    settings.activation().name(),
                    settings.numLayers() + (settings.bidirectional() ? "both" : "forward"),
                    plan.outputs().scope().name(),
                    settings.summary().name(),
                    plan.outputs().type().name(),
                    settings.dropout() > 0 ? "dropout" : "",
                    settings.convolution().map(Object::toString).orElse(""),
                    Arrays.toString(lengths));
        }
    }

    private static List<Case> cases() {
        final var cases = new ArrayList<Case>();
        for (final var cell : List.of(CellType.ELMAN, CellType.LSTM)) {
            for (final int layers : new int[] {1, 2}) {
                for (final boolean both : new boolean[] {false, true}) {
                    final var settings = settings(cell, layers, both, Summary.LAST);
                    cases.add(new Case(plan(settings, Scope.STEP), FULL));
                    cases.add(new Case(plan(settings, Scope.SEQUENCE), FULL));
                    cases.add(new Case(plan(settings(cell, layers, both, Summary.MEAN), Scope.SEQUENCE), FULL));
                    cases.add(new Case(plan(settings(cell, layers, both, Summary.MAX), Scope.SEQUENCE), FULL));
                }
            }
        }
        cases.addAll(cases.stream()
                .filter(some -> !readsPadding(some.plan().settings()))
                .map(some -> new Case(some.plan(), RAGGED))
                .toList());
        for (final var activation : List.of(Activation.SIGMOID, Activation.RELU)) {
            final var settings =
                    new NetworkSettings(CellType.ELMAN, HIDDEN, 2, true, activation, Optional.empty(), Summary.LAST, 0);
            cases.add(new Case(plan(settings, Scope.STEP), FULL));
        }
        for (final var convolution : List.of(
                new Convolution(4, 3, 2),
                new Convolution(3, 4, 2),
                new Convolution(4, 1, 1),
                new Convolution(2, 8, 1))) {
            cases.add(new Case(plan(convolving(convolution), Scope.SEQUENCE), FULL));
            cases.add(new Case(plan(convolving(convolution), Scope.SEQUENCE), ODD));
        }
        cases.add(new Case(plan(convolving(new Convolution(4, 3, 1)), Scope.STEP), FULL));
        for (final var scope : Scope.values()) {
            cases.add(new Case(
                    new NetworkPlan(Inputs.numbers(FEATURES), DROPOUT, new Outputs(3, Type.CLASSES, scope)), FULL));
        }
        return cases;
    }

    /** Deeplearning4j begins an LSTM's backward direction at the end of the longest sequence, whatever a mask says. */
    private static boolean readsPadding(final NetworkSettings settings) {
        return settings.cellType() == CellType.LSTM && settings.bidirectional();
    }

    @BeforeAll
    static void runElsewhere() throws IOException, InterruptedException {
        stranger = new StrangersProcess(folder);
        for (final var some : cases()) {
            stranger.add(some.toString(), export(some.plan()), some.inputs(), some.lengths());
        }
        stranger.run();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void computesTheSameInAProgramThatHasNothingButDeeplearning4j(final Case some) throws IOException {
        final var expected = expected(some);
        final var actual = stranger.outputs(some.toString());

        assertEquals(expected.steps(), actual.steps());
        for (int window = 0; window < expected.windows(); window++) {
            for (int step = 0; step < Math.min(some.lengths()[window], expected.steps()); step++) {
                for (int value = 0; value < expected.features(); value++) {
                    assertEquals(
                            expected.get(step, value, window),
                            actual.get(step, value, window),
                            1e-6,
                            "window " + window + ", step " + step);
                }
            }
        }
    }

    private static Tensor expected(final Case some) {
        final var inputs = some.inputs();
        final var outputs = some.plan().outputs();
        final var network = ReferenceNetwork.of(some.plan(), parameters(some.plan()));
        final var expected = Tensor.zeros(outputs.steps(some.steps()), outputs.values(), inputs.windows());
        for (int window = 0; window < inputs.windows(); window++) {
            final var values = network.outputs(sequence(inputs, window, some.lengths()[window]));
            for (int step = 0; step < values.length; step++) {
                for (int value = 0; value < outputs.values(); value++) {
                    expected.values()[expected.index(step, value, window)] = (float) values[step][value];
                }
            }
        }
        return expected;
    }

    private static double[][] sequence(final Tensor inputs, final int window, final int length) {
        return IntStream.range(0, length)
                .mapToObj(step -> IntStream.range(0, inputs.features())
                        .mapToDouble(feature -> inputs.get(step, feature, window))
                        .toArray())
                .toArray(double[][]::new);
    }
}
