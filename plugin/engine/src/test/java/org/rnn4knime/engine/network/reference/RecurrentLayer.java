package org.rnn4knime.engine.network.reference;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.rnn4knime.engine.network.Activation;
import org.rnn4knime.engine.network.NetworkPlan;

/** A cell that reads the sequence from its first step and, if bidirectional, another that reads it from its last. */
final class RecurrentLayer {

    private final Cell forward;

    private final Optional<Cell> backward;

    /**
     * What comes of a sequence.
     *
     * @param outputs of each step: the forward features, then the backward ones
     * @param state of the forward cell that a step after the last would begin with
     */
    record Result(List<Vector> outputs, Vector state) {}

    /** Reads the parameters of a layer; the first is number 1. */
    RecurrentLayer(final ParameterReader reader, final NetworkPlan plan, final int number, final int inputs) {
        reader.begin("forward %s of layer " + number);
        forward = cell(reader, plan, number, inputs);
        if (plan.settings().bidirectional()) {
            reader.begin("backward %s of layer " + number);
            backward = Optional.of(cell(reader, plan, number, inputs));
        } else {
            backward = Optional.empty();
        }
    }

    private static Cell cell(final ParameterReader reader, final NetworkPlan plan, final int number, final int inputs) {
        final var settings = plan.settings();
        final var units = settings.hiddenUnits();
        return switch (settings.cellType()) {
            case ELMAN -> new ElmanCell(reader, inputs, units, activation(settings.activation()));
            case LSTM -> new LstmCell(reader, inputs, units);
            case GRU -> new GruCell(reader, inputs, units);
            case JORDAN -> jordan(reader, plan, inputs, number == settings.numLayers());
        };
    }

    private static Cell jordan(
            final ParameterReader reader, final NetworkPlan plan, final int inputs, final boolean last) {
        final var units = plan.settings().hiddenUnits();
        final var hidden = activation(plan.settings().activation());
        if (!last) {
            return new JordanCell(reader, inputs, units, units, new JordanCell.Functions(hidden, Vector::tanh));
        }
        final var output = OutputLayer.function(plan.outputs().type());
        return new JordanCell(reader, inputs, units, plan.outputs().values(), new JordanCell.Functions(hidden, output));
    }

    private static UnaryOperator<Real> activation(final Activation activation) {
        return switch (activation) {
            case TANH -> Real::tanh;
            case SIGMOID -> Real::sigmoid;
            case RELU -> Real::relu;
        };
    }

    /** The values of a step of its outputs. */
    int features() {
        return forward.outputSize() + backward.map(Cell::outputSize).orElse(0);
    }

    int stateSize() {
        return forward.stateSize();
    }

    /** Runs through a sequence; the forward cell begins with the given state, the backward one with zeros. */
    Result run(final List<Vector> sequence, final Vector start, final Teacher teacher) {
        final var ahead = run(forward, sequence, start, teacher);
        if (backward.isEmpty()) {
            return ahead;
        }
        final var zeros =
                Vector.constant(start.tape(), new double[backward.get().stateSize()]);
        final var back = reversed(
                run(backward.get(), reversed(sequence), zeros, Teacher.NONE).outputs());
        return new Result(
                IntStream.range(0, sequence.size())
                        .mapToObj(step -> ahead.outputs().get(step).then(back.get(step)))
                        .toList(),
                ahead.state());
    }

    private static Result run(final Cell cell, final List<Vector> sequence, final Vector start, final Teacher teacher) {
        final var outputs = new ArrayList<Vector>();
        var state = start;
        for (int step = 0; step < sequence.size(); step++) {
            state = cell.next(sequence.get(step), state);
            outputs.add(cell.output(state));
            state = teacher.correct(step, state);
        }
        return new Result(outputs, state);
    }

    private static List<Vector> reversed(final List<Vector> sequence) {
        final var reversed = new ArrayList<>(sequence);
        Collections.reverse(reversed);
        return reversed;
    }
}
