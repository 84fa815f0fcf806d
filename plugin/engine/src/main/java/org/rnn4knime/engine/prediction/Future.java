package org.rnn4knime.engine.prediction;

import java.util.List;
import org.rnn4knime.engine.sequence.Column;
import org.rnn4knime.engine.sequence.Sequences;

/** What is known beyond the origins of forecasts; origins are told by their place in a list, and steps ahead count from 0. */
interface Future {

    /** The number of steps beyond an origin that there are. */
    int steps(int origin);

    /** Where the values of a feature that is known in the future lie. */
    Column values(int feature);

    /** The index of a step's value there; -1 where it is missing. */
    int index(int feature, int origin, int ahead);

    /** The steps of the same sequences that come later. */
    static Future laterSteps(final Sequences sequences, final List<Origin> origins, final int most) {
        return new Future() {

            @Override
            public int steps(final int origin) {
                final var from = origins.get(origin);
                return Math.min(most, sequences.steps().to(from.sequence()) - from.end());
            }

            @Override
            public Column values(final int feature) {
                return sequences.features().get(feature);
            }

            @Override
            public int index(final int feature, final int origin, final int ahead) {
                return origins.get(origin).end() + ahead;
            }
        };
    }
}
