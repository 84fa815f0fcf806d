package org.rnn4knime.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.rnn4knime.engine.model.RnnModel;
import org.rnn4knime.engine.prediction.ClassResults;
import org.rnn4knime.engine.prediction.NumberResults;
import org.rnn4knime.engine.prediction.Predictions;
import org.rnn4knime.engine.prediction.Predictor;
import org.rnn4knime.engine.prediction.Results;
import org.rnn4knime.engine.sequence.Table;

/** Predictions as plain arrays. */
public final class Predicted {

    private Predicted() {}

    /** What a model predicts: for each place a number, or the probabilities of all classes; NaN where nothing is predicted. */
    public static double[][] of(final RnnModel model, final Table table) {
        return of(Predictor.predict(model, table));
    }

    /** The same of predictions. */
    public static double[][] of(final Predictions predictions) {
        final var results = predictions.results();
        return IntStream.range(0, results.size())
                .mapToObj(place -> values(results, place))
                .toArray(double[][]::new);
    }

    private static double[] values(final Results results, final int place) {
        if (results instanceof NumberResults numbers) {
            return new double[] {numbers.values()[place]};
        }
        final var classes = (ClassResults) results;
        return IntStream.range(0, classes.names().size())
                .mapToDouble(known -> classes.probability(place, known))
                .toArray();
    }

    /** The places that a prediction was made for. */
    public static long count(final double[][] values) {
        return Arrays.stream(values).filter(some -> !Double.isNaN(some[0])).count();
    }

    /** Compares predictions up to rounding: to 1e-5 of their size. */
    public static void assertEqual(final double[][] expected, final double[][] actual) {
        assertEquals(expected.length, actual.length);
        for (int place = 0; place < expected.length; place++) {
            for (int value = 0; value < expected[place].length; value++) {
                final var truth = expected[place][value];
                final var where = "place " + place + ", value " + value;
                assertEquals(Double.isNaN(truth), Double.isNaN(actual[place][value]), where);
                if (!Double.isNaN(truth)) {
                    assertEquals(truth, actual[place][value], 1e-5 * Math.max(1, Math.abs(truth)), where);
                }
            }
        }
    }
}
