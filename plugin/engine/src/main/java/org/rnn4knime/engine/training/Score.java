package org.rnn4knime.engine.training;

import java.util.OptionalDouble;
import org.rnn4knime.engine.model.MetricType;

/** A metric that is computed prediction by prediction. Used by one thread. */
interface Score {

    /** One without a prediction yet. */
    static Score of(final MetricType metric) {
        return metric == MetricType.ACCURACY ? new Accuracy() : new RootMeanSquare();
    }

    /** Takes a prediction: a number in the user's units, or the place of a class. */
    void add(double truth, double predicted);

    /** The metric of all predictions so far; empty without one. */
    OptionalDouble value();

    /** The share of predictions that are the truth. */
    final class Accuracy implements Score {

        private long right;

        private long count;

        @Override
        public void add(final double truth, final double predicted) {
            right += truth == predicted ? 1 : 0;
            count++;
        }

        @Override
        public OptionalDouble value() {
            return count == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) right / count);
        }
    }

    /**
     * The root of the mean squared error. Squares are summed up in units of the largest error, as in the routine SNRM2 of BLAS (Lawson et
     * al. 1979): so it is finite wherever all errors are. An error that is NaN makes it NaN, else one that is infinite makes it infinite.
     */
    final class RootMeanSquare implements Score {

        private double largest;

        private double squares;

        private long count;

        @Override
        public void add(final double truth, final double predicted) {
            final var error = Math.abs(predicted - truth);
            if (error > largest) {
                squares = squares * square(largest / error) + 1;
                largest = error;
            } else {
                // Equal ones may be infinite or 0, whose ratio would be none.
                squares += error == largest ? 1 : square(error / largest);
            }
            count++;
        }

        private static double square(final double value) {
            return value * value;
        }

        @Override
        public OptionalDouble value() {
            return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(largest * Math.sqrt(squares / count));
        }
    }
}
