package org.rnn4knime.engine.prediction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.rnn4knime.engine.Examples.numbers;
import static org.rnn4knime.engine.Examples.table;
import static org.rnn4knime.engine.Examples.text;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rnn4knime.engine.Data;
import org.rnn4knime.engine.encoding.ClassTarget;
import org.rnn4knime.engine.encoding.NumberTarget;
import org.rnn4knime.engine.encoding.Scaler;
import org.rnn4knime.engine.encoding.TargetTransform;
import org.rnn4knime.engine.encoding.Vocabulary;
import org.rnn4knime.engine.sequence.Column;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.engine.sequence.Sequences;
import org.rnn4knime.engine.sequence.Sequences.Truth;

class EvaluationTest {

    private static final double NONE = Double.NaN;

    private static final NumberTarget NUMBERS = new NumberTarget("y", TargetTransform.NONE, new Scaler(7, 3));

    private static Sequences sequences(final Scope scope, final Column... columns) {
        final var data = Data.of(SequenceLayout.ROWS, scope);
        return Sequences.of(
                table(columns), (scope == Scope.FUTURE ? data : data.features("x")).settings(), Truth.MAY_END_EARLY);
    }

    private static Evaluation of(final double[] truth, final double... predictions) {
        final var sequences = sequences(Scope.STEP, numbers("x", new double[truth.length]), numbers("y", truth));
        return Evaluation.of(NUMBERS, sequences, Slots.of(sequences), new NumberResults(predictions));
    }

    private static Evaluation ofClasses(
            final Scope scope, final ClassTarget target, final String[] truth, final float... probabilities) {
        final var sequences = sequences(scope, numbers("x", new double[truth.length]), text("y", truth));
        final var results = new ClassResults(target.names(), target.first(), probabilities);
        return Evaluation.of(target, sequences, Slots.of(sequences), results);
    }

    @Test
    void errorsAreInTheUnitsOfTheTarget() {
        assertEquals(
                List.of(new Metric("MAE", 1.5, 2), new Metric("RMSE", Math.sqrt(4.5), 2)),
                of(new double[] {4, 2, 3, NONE}, 1, 2, NONE, 4).metrics());
    }

    @Test
    void withoutAPlaceWhereBothAreKnownThereIsNoMetric() {
        assertEquals(List.of(), of(new double[] {}).metrics());
        assertEquals(List.of(), of(new double[] {NONE, 1}, 1, NONE).metrics());
        final var sequences = sequences(Scope.STEP, numbers("x", 1));
        assertEquals(
                List.of(),
                Evaluation.of(NUMBERS, sequences, Slots.of(sequences), new NumberResults(new double[] {1}))
                        .metrics());
    }

    @Test
    void theMostProbableClassIsRightOrWrong() {
        final var target = new ClassTarget("y", new Vocabulary(List.of("a", "b")), false);
        final var evaluation = ofClasses(Scope.STEP, target, new String[] {"a", "b", "b", null, "a"}, new float[] {
            0.75f, 0.25f, 0.5f, 0.5f, 0.25f, 0.75f, 1, 0, Float.NaN, Float.NaN
        });

        // Of two classes as probable the first one counts.
        final var logLoss = -(Math.log(0.75) + Math.log(0.5) + Math.log(0.75)) / 3;
        assertEquals(
                List.of(new Metric("Accuracy", 2.0 / 3, 3), new Metric("Log loss", logLoss, 3)), evaluation.metrics());
        assertEquals(List.of(), evaluation.warnings());
    }

    @Test
    void symbolsAreMeasuredInBitsAndNoneOfThemIsASymbolToo() {
        final var target = new ClassTarget("y", new Vocabulary(List.of("a", "b")), true);
        final var evaluation = ofClasses(Scope.FUTURE, target, new String[] {"a", "b", "?"}, new float[] {
            0.5f, 0.25f, 0.25f, 0.125f, 0.125f, 0.75f, 0.25f, 0.5f, 0.25f
        });
        final var logLoss = -(Math.log(0.25) + Math.log(0.75) + Math.log(0.25)) / 3;

        assertEquals(
                List.of(
                        new Metric("Accuracy", 2.0 / 3, 3),
                        new Metric("Log loss", logLoss, 3),
                        new Metric("Bits a symbol", logLoss / Math.log(2), 3)),
                evaluation.metrics());
    }

    @Test
    void anImpossibleClassThatIsTrueCostsMuchButNotEverything() {
        final var target = new ClassTarget("y", new Vocabulary(List.of("a", "b")), false);
        final var evaluation = ofClasses(Scope.STEP, target, new String[] {"a"}, new float[] {0, 1});

        assertEquals(-Math.log(Float.MIN_NORMAL), evaluation.metrics().get(1).value());
    }

    @Test
    void aClassThatIsNotKnownIsWrongAndTold() {
        final var target = new ClassTarget("y", new Vocabulary(List.of("a", "b")), false);
        final var evaluation = ofClasses(Scope.STEP, target, new String[] {"c", "a"}, new float[] {1, 0, 1, 0});

        assertEquals(List.of(new Metric("Accuracy", 0.5, 2), new Metric("Log loss", 0, 1)), evaluation.metrics());
        assertEquals(
                List.of("The target column \"y\" has a class that was not learned in 1 place:"
                        + " these count as errors and are left out of the log loss."),
                evaluation.warnings());
        assertEquals(
                List.of(new Metric("Accuracy", 0, 1)),
                ofClasses(Scope.STEP, target, new String[] {"c"}, new float[] {1, 0})
                        .metrics());
    }
}
