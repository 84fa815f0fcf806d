package org.rnn4knime.engine.network.reference;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.rnn4knime.engine.network.NetworkPlan;

/** A network that has run through an example, with all that is needed to find derivatives. */
final class Run {

    private final Tape tape = new Tape();

    private final Example example;

    private final Vector parameters;

    private final List<Vector> inputs;

    private final Layers.Result result;

    Run(final NetworkPlan plan, final double[] parameters, final Example example, final Teacher teacher) {
        final var reader = new ParameterReader(tape, index -> parameters[index]);
        final var layers = new Layers(reader, plan);
        this.example = example;
        this.parameters = reader.parameters();
        inputs = vectors(Arrays.asList(example.inputs()));
        inputs.forEach(
                step -> requireSize("features", step.size(), plan.inputs().features()));
        result = layers.run(inputs, starts(layers.stateSizes()), teacher);
    }

    private List<Vector> starts(final List<Integer> sizes) {
        if (example.states().isEmpty()) {
            return vectors(sizes.stream().map(double[]::new).toList());
        }
        requireSize("states", example.states().size(), sizes.size());
        IntStream.range(0, sizes.size())
                .forEach(layer -> requireSize("state", example.states().get(layer).length, sizes.get(layer)));
        return vectors(example.states());
    }

    private List<Vector> vectors(final List<double[]> values) {
        return values.stream().map(some -> Vector.constant(tape, some)).toList();
    }

    double[][] outputs() {
        return result.outputs().stream().map(Vector::values).toArray(double[][]::new);
    }

    double[][] hidden() {
        return result.hidden().stream().map(Vector::values).toArray(double[][]::new);
    }

    List<double[]> states() {
        return result.states().stream().map(Vector::values).toList();
    }

    /** The losses of all steps, each times its weight. */
    Real loss(final ReferenceLoss loss) {
        requireSize(
                "steps of targets", example.targets().length, result.outputs().size());
        var sum = tape.constant(0);
        for (int step = 0; step < example.targets().length; step++) {
            sum = sum.plus(loss.sum(result.outputs().get(step), example.targets()[step]));
        }
        return sum;
    }

    /** The derivatives of the losses of all steps. */
    Gradients gradients(final ReferenceLoss loss) {
        final var sum = loss(loss);
        final var gradient = tape.gradient(sum);
        final var byInputs = inputs.stream().map(step -> at(step, gradient)).toArray(double[][]::new);
        return new Gradients(sum.value(), at(parameters, gradient), List.<double[][]>of(byInputs));
    }

    /** The derivatives of the losses of all steps by what each recurrent layer writes: [step][unit]. */
    List<double[][]> hiddenGradients(final ReferenceLoss loss) {
        final var gradient = tape.gradient(loss(loss));
        return result.layers().stream()
                .map(layer -> layer.stream().map(step -> at(step, gradient)).toArray(double[][]::new))
                .toList();
    }

    private static double[] at(final Vector numbers, final double[] gradient) {
        return Arrays.stream(numbers.elements())
                .mapToDouble(number -> gradient[number.index()])
                .toArray();
    }

    private static void requireSize(final String what, final int actual, final int expected) {
        if (actual != expected) {
            throw new IllegalArgumentException(actual + " " + what + " instead of " + expected);
        }
    }
}
