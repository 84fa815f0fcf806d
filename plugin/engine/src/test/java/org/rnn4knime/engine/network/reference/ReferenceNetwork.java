package org.rnn4knime.engine.network.reference;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.rnn4knime.engine.network.CellType;
import org.rnn4knime.engine.network.NetworkPlan;
import org.rnn4knime.engine.network.Outputs.Scope;

/**
 * A network as its equations say, in double precision, one sequence at a time, without dropout; its gradients come
 * from the rules of differentiation of single numbers. The measure for what computes fast.
 */
public final class ReferenceNetwork {

    private final NetworkPlan plan;

    private final double[] parameters;

    private final boolean teacherForcing;

    private ReferenceNetwork(final NetworkPlan plan, final double[] parameters, final boolean teacherForcing) {
        this.plan = plan;
        this.parameters = parameters;
        this.teacherForcing = teacherForcing;
    }

    /** A network with a copy of parameters; refuses a wrong number of them with an IllegalArgumentException. */
    public static ReferenceNetwork of(final NetworkPlan plan, final double... parameters) {
        return new ReferenceNetwork(plan, new double[count(plan)], false).with(parameters);
    }

    /** A network with parameters in single precision. */
    public static ReferenceNetwork of(final NetworkPlan plan, final float[] parameters) {
        return of(
                plan,
                IntStream.range(0, parameters.length)
                        .mapToDouble(index -> parameters[index])
                        .toArray());
    }

    /** The blocks of parameters; they follow each other without a gap. */
    public static List<Block> blocks(final NetworkPlan plan) {
        final var reader = new ParameterReader(new Tape(), index -> 0);
        new Layers(reader, plan);
        return reader.blocks();
    }

    /** The number of parameters. */
    public static int count(final NetworkPlan plan) {
        final var blocks = blocks(plan);
        return blocks.get(blocks.size() - 1).to();
    }

    /** The same network with a copy of other parameters; refuses a wrong number with an IllegalArgumentException. */
    public ReferenceNetwork with(final double... others) {
        if (others.length != parameters.length) {
            throw new IllegalArgumentException(others.length + " parameters instead of " + parameters.length);
        }
        return new ReferenceNetwork(plan, others.clone(), teacherForcing);
    }

    /** The same network, told the truth of the step before where it would read its own output of it; Jordan's alone. */
    public ReferenceNetwork withTeacherForcing() {
        if (plan.settings().cellType() != CellType.JORDAN
                || plan.outputs().scope() != Scope.STEP
                || plan.settings().bidirectional()) {
            throw new IllegalArgumentException("Nothing to tell the truth to: " + plan);
        }
        return new ReferenceNetwork(plan, parameters, true);
    }

    /** What it writes for a sequence [step][feature] by itself: [step or 1][value]. */
    public double[][] outputs(final double[][] sequence) {
        return new Run(plan, parameters, new Example(sequence, new double[0][]), Teacher.NONE).outputs();
    }

    /** What it writes for an example, begun with its states and, if so set, told its targets: [step or 1][value]. */
    public double[][] outputs(final Example example) {
        return run(example).outputs();
    }

    /** What the last recurrent layer writes at each step that it sees of an example, forward units first: [step][unit]. */
    public double[][] hidden(final Example example) {
        return run(example).hidden();
    }

    /** The states of the recurrent layers after the last step of an example; another one can begin with them. */
    public List<double[]> states(final Example example) {
        return run(example).states();
    }

    /** The mean loss over all known targets. */
    public double loss(final List<Example> examples, final ReferenceLoss loss) {
        return examples.stream()
                        .mapToDouble(example -> run(example).loss(loss).value())
                        .sum()
                / weight(examples, loss);
    }

    /** The derivatives of the mean loss by the parameters. */
    public double[] gradient(final List<Example> examples, final ReferenceLoss loss) {
        return gradients(examples, loss).parameters();
    }

    /** The mean loss and all its derivatives. */
    public Gradients gradients(final List<Example> examples, final ReferenceLoss loss) {
        var sum = new Gradients(0, new double[parameters.length], List.of());
        for (final var example : examples) {
            sum = sum.and(run(example).gradients(loss));
        }
        return sum.times(1 / weight(examples, loss));
    }

    /**
     * The derivatives of the losses of an example, each times its weight, by what each recurrent layer writes, forward units first:
     * [step][unit].
     */
    public List<double[][]> hiddenGradients(final Example example, final ReferenceLoss loss) {
        return run(example).hiddenGradients(loss);
    }

    private Run run(final Example example) {
        final var teacher =
                teacherForcing ? Teacher.of(example.targets(), plan.outputs().type()) : Teacher.NONE;
        return new Run(plan, parameters, example, teacher);
    }

    private static double weight(final List<Example> examples, final ReferenceLoss loss) {
        final var weight = examples.stream()
                .flatMap(example -> Arrays.stream(example.targets()))
                .mapToDouble(loss::weight)
                .sum();
        if (weight <= 0) {
            throw new IllegalArgumentException("no target that weighs anything");
        }
        return weight;
    }
}
