package org.rnn4knime.engine.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.rnn4knime.engine.network.Embedding;
import org.rnn4knime.engine.network.MemoryEstimate;
import org.rnn4knime.engine.network.NetworkPlan;
import org.rnn4knime.engine.network.Parameters;
import org.rnn4knime.engine.network.TrainingDemand;
import org.rnn4knime.engine.runtime.MemoryAvailable;

/** Compares the memory that a training takes with what there is, before anything large is taken. */
public final class MemoryCheck {

    /** What takes less than one part in so many is not worth a word. */
    private static final int WORTH = 4;

    private static final double UNIT = 1024;

    private static final int TENTHS = 10;

    private final NetworkPlan plan;

    private final TrainingDemand demand;

    private final MemoryEstimate estimate;

    private MemoryCheck(final NetworkPlan plan, final TrainingDemand demand) {
        this.plan = plan;
        this.demand = demand;
        this.estimate = MemoryEstimate.of(plan, demand);
    }

    /** Which memory is short. */
    private enum Kind {
        /** Java's heap. */
        HEAP,
        /** What JavaCPP may take outside of it. */
        OUTSIDE,
        /** What the computer has. */
        SYSTEM
    }

    /**
     * Refuses a training that needs more memory than there is. Garbage is collected only if there seems to be too little; no native
     * library is loaded.
     *
     * @throws TooLittleMemoryException if there is too little
     * @throws IllegalArgumentException if the network has more parameters than an array can hold
     */
    public static void require(final NetworkPlan plan, final TrainingDemand demand) {
        final var check = new MemoryCheck(plan, demand);
        if (check.lacking(MemoryAvailable.now()).isPresent()) {
            check.require(MemoryAvailable.afterCollectingGarbage());
        }
    }

    /** The same with what is available given. */
    static void require(final NetworkPlan plan, final TrainingDemand demand, final MemoryAvailable available) {
        new MemoryCheck(plan, demand).require(available);
    }

    private void require(final MemoryAvailable available) {
        lacking(available).ifPresent(kind -> {
            throw new TooLittleMemoryException(problem(kind, available), remedy(kind));
        });
    }

    private Optional<Kind> lacking(final MemoryAvailable available) {
        if (estimate.total().heap() > available.heap()) {
            return Optional.of(Kind.HEAP);
        }
        if (estimate.total().outside() > available.outside()) {
            return Optional.of(Kind.OUTSIDE);
        }
        return fromSystem(available) > available.system() ? Optional.of(Kind.SYSTEM) : Optional.empty();
    }

    /** What the operating system must give: the heap grows, too. */
    private long fromSystem(final MemoryAvailable available) {
        return estimate.total().outside() + Math.max(0, estimate.total().heap() - available.heapAtHand());
    }

    private String problem(final Kind kind, final MemoryAvailable available) {
        final var networks = demand.networks().all();
        final var weights = String.format(Locale.ROOT, "%,d", Parameters.count(plan));
        final var begin = networks == 1
                ? "Training this network of " + weights + " weights needs about "
                : "Training " + networks + " networks of " + weights + " weights each needs about ";
        return begin
                + switch (kind) {
                    case HEAP -> atLeast(estimate.total().heap()) + " of Java's memory, but " + atMost(available.heap())
                            + " are free.";
                    case OUTSIDE -> atLeast(estimate.total().outside())
                            + " of memory outside of Java's heap, but " + atMost(available.outside())
                            + " are left of what KNIME may take there.";
                    case SYSTEM -> atLeast(fromSystem(available))
                            + " of memory beyond what KNIME has now, but the computer has only "
                            + atMost(available.system()) + " left.";
                };
    }

    private String remedy(final Kind kind) {
        final var ways = new ArrayList<String>();
        ways.add("Lower " + joined(settings(kind), " or "));
        if (demand.networks().all() > 1) {
            ways.add("lower the number of networks (now " + demand.networks().all() + ") or of threads, by which "
                    + demand.networks().atOnce() + " are trained at a time");
        }
        if (kind != Kind.OUTSIDE
                && demand.optimizerArrays() > 1
                && matters(estimate.weights().heap(), kind)) {
            ways.add("choose the optimizer SGD (it remembers less)");
        }
        ways.add(
                switch (kind) {
                    case HEAP -> "give KNIME more memory (-Xmx in knime.ini)";
                    case OUTSIDE -> "give KNIME more memory (-Xmx in knime.ini, which also limits what lies outside of the"
                            + " heap unless -Dorg.bytedeco.javacpp.maxbytes does)";
                    case SYSTEM -> "close other programs";
                });
        return joined(ways, ", or ") + ".";
    }

    private List<String> settings(final Kind kind) {
        final var network = plan.settings();
        final var fromWeights = matters(
                part(kind, estimate.weights().heap(), estimate.weights().outside())
                        + part(kind, 0, estimate.slices().outside()),
                kind);
        final var fromValues =
                matters(part(kind, estimate.values().heap(), estimate.values().outside()), kind);
        final var settings = new ArrayList<String>();
        settings.add(now("the hidden units", network.hiddenUnits()));
        if (network.numLayers() > 1) {
            settings.add(now("the recurrent layers", network.numLayers()));
        }
        network.convolution().ifPresent(some -> settings.add(now("the filters", some.filters())));
        if (fromWeights) {
            plan.inputs().embeddings().stream()
                    .mapToInt(Embedding::size)
                    .max()
                    .ifPresent(size -> settings.add(now("the embedding size", size)));
        }
        if (fromValues || kind != Kind.HEAP && matters(estimate.slices().outside(), kind)) {
            settings.add(now("the batch size", demand.data().batchSize()));
        }
        if (fromValues) {
            settings.add(String.format(
                    Locale.ROOT,
                    "the sequence length or the maximum length (the longest window has %,d time steps)",
                    demand.data().longest()));
        }
        return settings;
    }

    private static long part(final Kind kind, final long heap, final long outside) {
        return switch (kind) {
            case HEAP -> heap;
            case OUTSIDE -> outside;
            case SYSTEM -> heap + outside;
        };
    }

    private boolean matters(final long bytes, final Kind kind) {
        final var all = part(kind, estimate.total().heap(), estimate.total().outside());
        return bytes >= all / WORTH;
    }

    private static String now(final String setting, final int value) {
        return String.format(Locale.ROOT, "%s (now %,d)", setting, value);
    }

    private static String joined(final List<String> parts, final String beforeLast) {
        final var last = parts.size() - 1;
        return last == 0 ? parts.get(0) : String.join(", ", parts.subList(0, last)) + beforeLast + parts.get(last);
    }

    private static String atLeast(final long bytes) {
        return size(bytes, Math::ceil);
    }

    private static String atMost(final long bytes) {
        return size(bytes, Math::floor);
    }

    /** Tenths of gigabytes or whole megabytes. */
    private static String size(final long bytes, final DoubleUnaryOperator rounding) {
        final var megabytes = bytes / UNIT / UNIT;
        return megabytes < UNIT
                ? String.format(Locale.ROOT, "%.0f MB", rounding.applyAsDouble(megabytes))
                : String.format(Locale.ROOT, "%,.1f GB", rounding.applyAsDouble(megabytes / UNIT * TENTHS) / TENTHS);
    }
}
