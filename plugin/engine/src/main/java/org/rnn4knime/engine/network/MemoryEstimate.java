package org.rnn4knime.engine.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rnn4knime.engine.encoding.WindowBatches;
import org.rnn4knime.engine.network.Outputs.Type;
import org.rnn4knime.engine.network.cell.KernelLayer;
import org.rnn4knime.engine.network.kernel.LayerKernel;
import org.rnn4knime.engine.network.kernel.LayerKernel.Mode;
import org.rnn4knime.engine.network.kernel.MemoryUse;
import org.rnn4knime.engine.network.kernel.ParameterBlock;

/**
 * The memory that a training takes at the most. It is counted without loading native libraries, array by array as the network takes
 * them; what the table and the libraries take is no part of it.
 *
 * @param weights the parameters in all their forms, their gradient, what the optimizer remembers, and what is kept of the best epoch
 * @param slices a gradient by all parameters for each slice of a batch that is computed at the same time
 * @param values the batch, and what layers keep of each time step of it
 * @param ensemble all networks at once, which are measured together when they are trained
 */
public record MemoryEstimate(MemoryUse weights, MemoryUse slices, MemoryUse values, MemoryUse ensemble) {

    /**
     * Estimates it.
     *
     * @throws IllegalArgumentException if the network has more parameters than an array can hold
     */
    public static MemoryEstimate of(final NetworkPlan plan, final TrainingDemand demand) {
        final var parameters = Parameters.count(plan);
        // No kernel has parameters yet, so there is nothing to close.
        final var kernels =
                NetworkLayers.of(plan).stream().map(KernelLayer::kernel).toList();
        final var networks = demand.networks().atOnce();
        // Those that are trained already wait for the others.
        final var trained = MemoryUse.arrays(1 + demand.optimizerArrays(), parameters)
                .times(demand.networks().all() - networks);
        return new MemoryEstimate(
                weights(kernels, parameters, demand).times(networks).plus(trained),
                slices(kernels, demand).times(networks),
                batch(plan, demand.data())
                        .plus(states(kernels, demand.data()))
                        .plus(passes(plan, kernels, demand))
                        .times(networks),
                ofLayers(kernels)
                        .plus(MemoryUse.outside(parameters))
                        .plus(measuring(plan, kernels, demand))
                        .times(demand.networks().all())
                        .plus(MemoryUse.arrays(
                                (1 + demand.optimizerArrays())
                                        * demand.networks().all(),
                                parameters)));
    }

    /** All of it: the training, or what comes behind it if that takes more. */
    public MemoryUse total() {
        return weights.plus(slices).plus(values).max(ensemble);
    }

    /** The parameters of layers in the form that they compute with. */
    private static MemoryUse ofLayers(final List<LayerKernel> kernels) {
        return blocks(kernels).stream().map(ParameterBlock::memory).reduce(MemoryUse.NONE, MemoryUse::plus);
    }

    private static MemoryUse measuring(
            final NetworkPlan plan, final List<LayerKernel> kernels, final TrainingDemand demand) {
        final var counts = new HashMap<NetworkPass.Key, Integer>();
        countMeasuring(plan, kernels, demand, counts);
        return sum(plan, kernels, demand.data(), counts);
    }

    private static void countMeasuring(
            final NetworkPlan plan,
            final List<LayerKernel> kernels,
            final TrainingDemand demand,
            final Map<NetworkPass.Key, Integer> counts) {
        final var data = demand.data();
        for (final var windows : batches(data.heldBack(), measured(plan, data))) {
            final var width = SliceWidth.of(kernels, windows, data.longest());
            count(windows, width, demand.threads(), Mode.INFERENCE, counts);
        }
    }

    private static MemoryUse weights(
            final List<LayerKernel> kernels, final int parameters, final TrainingDemand demand) {
        final var remembered = demand.optimizerArrays();
        // An optimizer begins with a copy, and hands out another one at the end. A better epoch is copied before the
        // one that was the best
        // until then is forgotten.
        final var arrays = 2 + 2 * remembered + (demand.keepsBest() ? 2 + remembered : 0);
        return MemoryUse.arrays(arrays, parameters)
                .plus(MemoryUse.outside(parameters))
                .plus(ofLayers(kernels));
    }

    private static List<ParameterBlock> blocks(final List<LayerKernel> kernels) {
        return kernels.stream()
                .flatMap(kernel -> kernel.blocks().stream())
                .map(ParameterBlock.class::cast)
                .toList();
    }

    private static MemoryUse slices(final List<LayerKernel> kernels, final TrainingDemand demand) {
        final var data = demand.data();
        final var windows = Math.min(data.batchSize(), data.windows());
        final var width = SliceWidth.of(kernels, windows, data.stepsAtOnce());
        final var floats =
                blocks(kernels).stream().mapToLong(ParameterBlock::gradientSize).sum();
        return MemoryUse.outside(floats).times(Math.min(RnnNetwork.LANES, (windows + width - 1) / width));
    }

    /** The tensors of a batch, the piece of it that is learned at once, and what is predicted of one that is held back. */
    private static MemoryUse batch(final NetworkPlan plan, final TrainingDemand.Data data) {
        final var windows =
                Math.max(Math.min(data.batchSize(), data.windows()), Math.min(measured(plan, data), data.heldBack()));
        final var whole = tensors(plan, data.longest(), windows);
        final var piece = tensors(plan, data.stepsAtOnce(), windows).onlyIf(data.stepsAtOnce() < data.longest());
        final var predicted = MemoryUse.arrays(
                        1, (long) plan.outputs().values() * plan.outputs().steps(data.longest()) * windows)
                .onlyIf(data.heldBack() > 0);
        return whole.plus(piece).plus(predicted);
    }

    /** The windows that are measured at once. */
    private static int measured(final NetworkPlan plan, final TrainingDemand.Data data) {
        return WindowBatches.most(
                data.longest(),
                Math.max(plan.inputs().features(), plan.outputs().values()));
    }

    private static MemoryUse tensors(final NetworkPlan plan, final int steps, final int windows) {
        final var inputs = (long) plan.inputs().features() * steps;
        final var targets = (long) targetValues(plan) * plan.outputs().steps(steps);
        return MemoryUse.arrays(1, inputs * windows)
                .plus(MemoryUse.arrays(1, targets * windows))
                .plus(MemoryUse.arrays(1, windows));
    }

    private static int targetValues(final NetworkPlan plan) {
        return plan.outputs().type() == Type.CLASSES ? 1 : plan.outputs().values();
    }

    /** What is carried on from piece to piece. */
    private static MemoryUse states(final List<LayerKernel> kernels, final TrainingDemand.Data data) {
        if (data.stepsAtOnce() >= data.longest()) {
            return MemoryUse.NONE;
        }
        final var windows = Math.min(data.batchSize(), data.windows());
        MemoryUse sum = MemoryUse.NONE;
        for (final var kernel : kernels) {
            for (final var array : kernel.newState(1)) {
                sum = sum.plus(MemoryUse.arrays(1, (long) array.length * windows));
            }
        }
        return sum;
    }

    private static MemoryUse passes(
            final NetworkPlan plan, final List<LayerKernel> kernels, final TrainingDemand demand) {
        final var data = demand.data();
        final var counts = new HashMap<NetworkPass.Key, Integer>();
        final var lanes = Math.min(demand.threads(), RnnNetwork.LANES);
        for (final var windows : batches(data.windows(), data.batchSize())) {
            count(windows, SliceWidth.of(kernels, windows, data.stepsAtOnce()), lanes, Mode.TRAINING, counts);
        }
        countMeasuring(plan, kernels, demand, counts);
        return sum(plan, kernels, data, counts);
    }

    private static MemoryUse sum(
            final NetworkPlan plan,
            final List<LayerKernel> kernels,
            final TrainingDemand.Data data,
            final Map<NetworkPass.Key, Integer> counts) {
        MemoryUse sum = MemoryUse.NONE;
        for (final var entry : counts.entrySet()) {
            final var steps = entry.getKey().mode() == Mode.TRAINING ? data.stepsAtOnce() : data.longest();
            sum = sum.plus(pass(plan, kernels, entry.getKey(), steps).times(entry.getValue()));
        }
        return sum;
    }

    /** The different sizes of batches: the last one may be smaller. */
    private static List<Integer> batches(final int windows, final int batchSize) {
        return List.of(Math.min(windows, batchSize), windows % batchSize).stream()
                .filter(size -> size > 0)
                .distinct()
                .toList();
    }

    /** Of each width as many passes as are used at once: they are kept for the next batch. */
    private static void count(
            final int windows,
            final int width,
            final int threads,
            final Mode mode,
            final Map<NetworkPass.Key, Integer> counts) {
        final var whole = windows / width;
        final var rest = windows % width;
        if (whole > 0) {
            counts.merge(new NetworkPass.Key(width, mode), Math.min(threads, whole), Math::max);
        }
        if (rest > 0) {
            counts.merge(new NetworkPass.Key(rest, mode), 1, Math::max);
        }
    }

    private static MemoryUse pass(
            final NetworkPlan plan, final List<LayerKernel> kernels, final NetworkPass.Key key, final int read) {
        final var width = key.width();
        final var outputs = plan.outputs();
        final var written = outputs.steps(read);
        final var training = key.mode() == Mode.TRAINING;
        final var knowsTruth = training && plan.canReadTheTruth() && outputs.type() == Type.CLASSES;
        MemoryUse sum = MemoryUse.signal(plan.inputs().features(), width, read)
                .plus(MemoryUse.signal(outputs.values(), width, written)
                        .times(knowsTruth ? 2 : 1)
                        .onlyIf(training))
                .plus(MemoryUse.signal(targetValues(plan), width, written).onlyIf(training));
        int steps = read;
        for (final var kernel : kernels) {
            sum = sum.plus(kernel.passMemory(width, steps, key.mode()));
            steps = kernel.steps(steps);
        }
        return sum;
    }
}
