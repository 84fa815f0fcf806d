package org.rnn4knime.engine.network;

import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.rnn4knime.engine.network.kernel.LayerKernel;

/** Keeps passes that nobody uses for the next slices of the same width. Many threads may take and give back at once. */
final class PassPool implements AutoCloseable {

    /** More than a few threads with slices of a few widths need. */
    private static final int MOST = 64;

    private final NetworkPlan plan;

    private final List<LayerKernel> kernels;

    private final int most;

    private final Map<NetworkPass.Key, Deque<NetworkPass>> idle = new ConcurrentHashMap<>();

    private final AtomicInteger count = new AtomicInteger();

    PassPool(final NetworkPlan plan, final List<LayerKernel> kernels) {
        this(plan, kernels, MOST);
    }

    /** Keeps so many at the most. */
    PassPool(final NetworkPlan plan, final List<LayerKernel> kernels, final int most) {
        this.plan = plan;
        this.kernels = kernels;
        this.most = most;
    }

    /** Does some work with a pass, which is given up if the work fails. */
    <T> T with(final NetworkPass.Key key, final Function<NetworkPass, T> work) {
        final var taken = Optional.ofNullable(passes(key).pollFirst());
        taken.ifPresent(pass -> count.decrementAndGet());
        final var pass = taken.orElseGet(() -> new NetworkPass(plan, kernels, key));
        boolean done = false;
        try {
            final var result = work.apply(pass);
            done = true;
            return result;
        } finally {
            if (done) {
                giveBack(pass);
            } else {
                pass.close();
            }
        }
    }

    private void giveBack(final NetworkPass pass) {
        if (count.incrementAndGet() <= most) {
            passes(pass.key()).addFirst(pass);
        } else {
            count.decrementAndGet();
            pass.close();
        }
    }

    private Deque<NetworkPass> passes(final NetworkPass.Key key) {
        return idle.computeIfAbsent(key, any -> new ConcurrentLinkedDeque<>());
    }

    @Override
    public void close() {
        idle.values().forEach(passes -> passes.forEach(NetworkPass::close));
        idle.clear();
    }
}
