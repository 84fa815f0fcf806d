package org.rnn4knime.engine.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.rnn4knime.engine.model.GradientVerdict.Kind;
import org.rnn4knime.engine.network.Activation;
import org.rnn4knime.engine.network.CellType;
import org.rnn4knime.engine.network.Convolution;
import org.rnn4knime.engine.network.NetworkSettings;
import org.rnn4knime.engine.network.Outputs.Scope;
import org.rnn4knime.engine.network.Summary;

/** What a user is told about curves that were made up. */
class GradientVerdictTest {

    private static final int STEPS = 100;

    private static NetworkSettings settings(final CellType cell, final Summary summary) {
        return new NetworkSettings(cell, 8, 1, false, Activation.TANH, Optional.empty(), summary, 0);
    }

    /** Of so many steps, each of which multiplies the norm by a factor. */
    private static double[] curve(final int steps, final double factor) {
        return IntStream.range(0, steps)
                .mapToDouble(lag -> 3 * Math.pow(factor, lag))
                .toArray();
    }

    private static GradientReach after(final int epoch, final double[]... layers) {
        return GradientReach.of(epoch, Arrays.asList(layers));
    }

    private static GradientVerdict verdict(
            final NetworkSettings settings,
            final Scope scope,
            final ClippingType clipping,
            final GradientReach... reaches) {
        return GradientVerdict.of(settings, scope, clipping, List.of(reaches));
    }

    private static GradientVerdict verdict(final CellType cell, final GradientReach... reaches) {
        return verdict(settings(cell, Summary.LAST), Scope.SEQUENCE, ClippingType.GLOBAL_NORM, reaches);
    }

    private static void assertVerdict(final Kind kind, final String message, final GradientVerdict verdict) {
        assertEquals(new GradientVerdict(kind, message), verdict);
    }

    /** The hundredth part is reached at lag 40, and not yet, if the factor is 0.01 to the power of 1/39.5, or 1/40.5. */
    @ParameterizedTest
    @EnumSource(names = {"ELMAN", "JORDAN"})
    void withoutGatesAHundredthWithinTwoFifthsOfTheWindowIsTooLittle(final CellType cell) {
        final var short40 = after(1, curve(STEPS, Math.pow(0.01, 1 / 39.5)));
        assertVerdict(
                Kind.VANISHING,
                "The gradient falls to a hundredth within 40 of 100 time steps: the network can hardly learn from further back."
                        + " Try LSTM or GRU, the mean, the maximum or attention as summary of the sequence, or a shorter sequence"
                        + " length.",
                verdict(cell, short40));
        assertVerdict(
                Kind.HEALTHY,
                "The gradient falls to a hundredth within 41 of 100 time steps, which leaves enough to learn from.",
                verdict(cell, after(1, curve(STEPS, Math.pow(0.01, 1 / 40.5)))));
        assertVerdict(
                Kind.HEALTHY,
                "The gradient reaches back over all 100 time steps.",
                verdict(cell, after(1, curve(STEPS, 0.99))));
    }

    @Test
    void theLastReachCounts() {
        final var far = curve(STEPS, 0.99);
        final var near = curve(STEPS, 0.5);
        assertEquals(
                Kind.VANISHING,
                verdict(CellType.ELMAN, after(0, far), after(1, near)).kind());
        assertEquals(
                Kind.HEALTHY,
                verdict(CellType.ELMAN, after(1, near), after(2, far)).kind());
        // Before the training, nobody knows what becomes of it.
        assertVerdict(
                Kind.HEALTHY,
                "The gradient falls to a hundredth within 7 of 100 time steps before the training.",
                verdict(CellType.ELMAN, after(0, near)));
    }

    /** What a GRU shows when it begins, and an LSTM that will learn later. */
    @ParameterizedTest
    @EnumSource(names = {"LSTM", "GRU"})
    void gatesMayOpenLater(final CellType cell) {
        final var small = curve(STEPS, 0.7);
        assertVerdict(
                Kind.HEALTHY,
                "The gradient falls to a hundredth within 13 of 100 time steps, but the gates of the cell can learn to keep more of"
                        + " it.",
                verdict(cell, after(10, small)));
        final var tiny = curve(STEPS, 0.5);
        assertEquals(Kind.HEALTHY, verdict(cell, after(4, tiny)).kind());
        assertEquals(Kind.VANISHING, verdict(cell, after(5, tiny)).kind());
        assertEquals(
                Kind.VANISHING, verdict(cell, after(0, small), after(5, tiny)).kind());
        assertEquals(
                Kind.VANISHING, verdict(cell, after(0, tiny), after(5, tiny)).kind());
        // From a billionth at lag 30 to lag 35: they are opening.
        assertEquals(
                Kind.HEALTHY,
                verdict(cell, after(0, tiny), after(5, curve(STEPS, 0.55))).kind());
    }

    /** Advice that can be followed: no other cell with gates, and no summary where each step is predicted. */
    @ParameterizedTest
    @EnumSource(names = {"LSTM", "GRU"})
    void withGatesTheWayOutIsAnother(final CellType cell) {
        final var reach = after(5, curve(STEPS, 0.5));
        final var finding =
                "The gradient falls to a billionth within 30 of 100 time steps: the network can hardly learn from further back. ";
        assertVerdict(
                Kind.VANISHING,
                finding
                        + "Try the mean, the maximum or attention as summary of the sequence, a convolution with pooling before the"
                        + " recurrent layers, or a shorter sequence length.",
                verdict(cell, reach));
        assertVerdict(
                Kind.VANISHING,
                finding
                        + "Try inputs that tell what lies further back, such as means of the past, or a shorter sequence length.",
                verdict(settings(cell, Summary.MEAN), Scope.STEP, ClippingType.NONE, reach));
        final var pooled = new NetworkSettings(
                cell, 8, 1, false, Activation.TANH, Optional.of(new Convolution(4, 3, 2)), Summary.LAST, 0);
        assertVerdict(
                Kind.VANISHING,
                finding.replace("time steps", "pooled time steps")
                        + "Try the mean, the maximum or attention as summary of the sequence, or a shorter sequence length.",
                verdict(pooled, Scope.SEQUENCE, ClippingType.NONE, reach));
    }

    @Test
    void whereEachStepIsPredictedNoSummaryIsAdvised() {
        assertVerdict(
                Kind.VANISHING,
                "The gradient falls to a hundredth within 7 of 100 time steps: the network can hardly learn from further back."
                        + " Try LSTM or GRU, or a shorter sequence length.",
                verdict(
                        settings(CellType.ELMAN, Summary.MEAN),
                        Scope.STEP,
                        ClippingType.NONE,
                        after(1, curve(STEPS, 0.5))));
    }

    @Test
    void aGradientThatGrowsAHundredfoldExplodes() {
        final var growing = after(0, curve(30, 1.2));
        final var finding =
                "The gradient grows a hundredfold over 26 time steps, so that the steps of the training may be far too large. ";
        for (final var cell : CellType.values()) {
            assertVerdict(
                    Kind.EXPLODING,
                    finding + "Clip gradients by their global norm (threshold 1), or lower the learning rate.",
                    verdict(settings(cell, Summary.LAST), Scope.SEQUENCE, ClippingType.NONE, growing));
        }
        assertEquals(
                Kind.HEALTHY, verdict(CellType.LSTM, after(0, curve(26, 1.2))).kind());
    }

    @ParameterizedTest
    @CsvSource({
        "ELMAN, TANH, 'Lower the learning rate, or try LSTM or GRU, or a shorter sequence length.'",
        "JORDAN, RELU, 'Lower the learning rate, or try tanh as activation, LSTM or GRU, or a shorter sequence length.'",
        "LSTM, TANH, 'Lower the learning rate, or try a shorter sequence length.'",
        "GRU, RELU, 'Lower the learning rate, or try a shorter sequence length.'"
    })
    void whoClipsIsNotToldToClip(final CellType cell, final Activation activation, final String advice) {
        final var settings = new NetworkSettings(cell, 8, 1, false, activation, Optional.empty(), Summary.LAST, 0);
        for (final var clipping : ClippingType.values()) {
            if (clipping != ClippingType.NONE) {
                final var verdict = verdict(settings, Scope.STEP, clipping, after(3, curve(30, 1.2)));
                assertEquals(Kind.EXPLODING, verdict.kind());
                assertTrue(verdict.message().endsWith("too large. " + advice), verdict.message());
            }
        }
    }

    /** Whatever else there is: few steps, another summary, another layer. */
    @Test
    void aGradientThatIsNotFiniteExplodes() {
        for (final double norm : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            final var reach = after(1, new double[] {1, 1}, new double[] {norm, 0});
            for (final var summary : Summary.values()) {
                assertVerdict(
                        Kind.EXPLODING,
                        "The gradient is no longer a finite number, so the network cannot learn."
                                + " Lower the learning rate, or try a shorter sequence length.",
                        verdict(settings(CellType.GRU, summary), Scope.SEQUENCE, ClippingType.VALUE, reach));
            }
        }
    }

    /** What the network reads comes through the lowest layer; a higher one may forget. */
    @Test
    void theLowestLayerTellsWhetherAGradientVanishesAndAnyWhetherItExplodes() {
        final var far = curve(STEPS, 0.99);
        final var near = curve(STEPS, 0.5);
        assertEquals(Kind.HEALTHY, verdict(CellType.ELMAN, after(1, far, near)).kind());
        assertEquals(
                Kind.VANISHING, verdict(CellType.ELMAN, after(1, near, far)).kind());
        assertEquals(
                Kind.EXPLODING,
                verdict(CellType.ELMAN, after(1, far, curve(STEPS, 1.1))).kind());
        assertEquals(
                Kind.EXPLODING,
                verdict(CellType.ELMAN, after(1, curve(STEPS, 1.1), near)).kind());
    }

    /** With a mean over a thousand steps, a perfect memory makes the gradient grow a thousandfold. */
    @ParameterizedTest
    @EnumSource(names = {"MEAN", "MAX", "ATTENTION"})
    void otherSummariesHandTheGradientToEachStep(final Summary summary) {
        for (final double factor : new double[] {0.5, 1.2}) {
            assertVerdict(
                    Kind.HEALTHY,
                    "The summary of the sequence hands the gradient to every time step.",
                    verdict(
                            settings(CellType.ELMAN, summary),
                            Scope.SEQUENCE,
                            ClippingType.NONE,
                            after(1, curve(STEPS, factor))));
        }
    }

    @Test
    void nothingIsSaidOfShortWindows() {
        final var nine = verdict(CellType.ELMAN, after(1, curve(9, 0.1)));
        assertVerdict(
                Kind.HEALTHY,
                "The windows have so few time steps that all of them are near enough to learn from.",
                nine);
        assertEquals(
                Kind.HEALTHY, verdict(CellType.ELMAN, after(1, curve(9, 10))).kind());
        assertEquals(
                Kind.VANISHING,
                verdict(CellType.ELMAN, after(1, curve(10, 0.1))).kind());
    }

    @Test
    void nothingIsSaidWhereThereIsNoGradient() {
        final var reaches = new ArrayList<GradientReach>();
        reaches.add(after(1, new double[STEPS]));
        reaches.add(after(1, new double[0]));
        reaches.add(after(1));
        for (final var reach : reaches) {
            assertVerdict(Kind.HEALTHY, "There is no gradient to be judged.", verdict(CellType.ELMAN, reach));
        }
        assertVerdict(Kind.HEALTHY, "There is no gradient to be judged.", verdict(CellType.ELMAN));
        assertFalse(verdict(CellType.ELMAN).message().isEmpty());
    }
}
