package org.rnn4knime.engine.prediction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.rnn4knime.engine.model.RnnModel;
import org.rnn4knime.engine.sequence.Column;
import org.rnn4knime.engine.sequence.MissingValues;
import org.rnn4knime.engine.sequence.Sequences;
import org.rnn4knime.engine.sequence.Steps;

/**
 * The ends of sequences, with room for what comes after them.
 *
 * @param sequences one for each origin: the steps that are read to predict the next one, then those of the future, where the target and
 *     all features are missing that are not known yet
 * @param starts the first step of the future of each
 */
record Extension(Sequences sequences, int[] starts) {

    /**
     * Extends sequences.
     *
     * @param source the sequences; nothing beyond the origins is read of them
     * @param origins in the order of their steps
     * @param first the place of the first of these origins in the list that the future knows
     */
    static Extension of(
            final RnnModel model,
            final Sequences source,
            final List<Origin> origins,
            final int first,
            final Future future) {
        final var offsets = new int[origins.size() + 1];
        final var starts = new int[origins.size()];
        for (int index = 0; index < starts.length; index++) {
            starts[index] = offsets[index] + origins.get(index).end() - begin(model, source, origins.get(index));
            offsets[index + 1] = starts[index] + future.steps(first + index);
        }
        final var extender = new Extender(source, origins, first, future, offsets, starts);
        final var places = new int[offsets[starts.length]];
        for (int index = 0; index < starts.length; index++) {
            // Where a message would have to tell where a step of the future stands, it tells of the step before.
            final var last = origins.get(index).end() - 1;
            for (int step = offsets[index]; step < offsets[index + 1]; step++) {
                places[step] = source.steps().places()[Math.min(last, last + 1 + step - starts[index])];
            }
        }
        return new Extension(
                new Sequences(
                        source.table(),
                        source.settings(),
                        new Steps(
                                offsets,
                                places,
                                origins.stream()
                                        .mapToInt(origin -> source.steps().rows()[origin.sequence()])
                                        .toArray()),
                        origins.stream()
                                .map(origin -> source.ids().get(origin.sequence()))
                                .toList(),
                        extender.features(),
                        source.target().map(extender::withoutFuture),
                        Optional.empty(),
                        List.of()),
                starts);
    }

    /** The first step that matters for what comes after an origin. */
    private static int begin(final RnnModel model, final Sequences source, final Origin origin) {
        final var windowing = model.windowing();
        final var needed = windowing.firstStep() + windowing.sequences().sequenceLength();
        return Math.max(source.steps().from(origin.sequence()), origin.end() - needed);
    }

    /** Extends columns. */
    private record Extender(
            Sequences source, List<Origin> origins, int first, Future future, int[] offsets, int[] starts) {

        List<Column> features() {
            final var features = new ArrayList<Column>();
            for (int feature = 0; feature < source.features().size(); feature++) {
                final var past = source.features().get(feature);
                features.add(
                        source.settings().knownFutureColumns().contains(past.name())
                                ? withFuture(past, feature)
                                : withoutFuture(past));
            }
            return features;
        }

        private Column withFuture(final Column past, final int feature) {
            final var sources = sources(past);
            for (int index = 0; index < starts.length; index++) {
                for (int step = starts[index]; step < offsets[index + 1]; step++) {
                    final var known = future.index(feature, first + index, step - starts[index]);
                    sources[step] = known < 0 ? JoinedColumns.MISSING : JoinedColumns.future(known);
                }
            }
            return JoinedColumns.of(past, future.values(feature), sources);
        }

        Column withoutFuture(final Column past) {
            return JoinedColumns.of(past, past, sources(past));
        }

        /** Where the values of the past lie; those of the future are missing. */
        private int[] sources(final Column past) {
            final var sources = new int[offsets[starts.length]];
            Arrays.fill(sources, JoinedColumns.MISSING);
            int previous = 0;
            int previousKnown = 0;
            for (int index = 0; index < starts.length; index++) {
                final var origin = origins.get(index);
                final var begin = origin.end() - (starts[index] - offsets[index]);
                for (int step = offsets[index]; step < starts[index]; step++) {
                    sources[step] = begin + step - offsets[index];
                }
                if (begin < origin.end() && carriesOn(past, begin)) {
                    final var from = source.steps().from(origin.sequence());
                    int known = begin;
                    // Nothing is searched twice, however far apart known values are.
                    while (known > from && past.isMissing(known)) {
                        known = known == previous ? previousKnown : known - 1;
                    }
                    previous = begin;
                    previousKnown = known;
                    sources[offsets[index]] = known;
                }
            }
            return sources;
        }

        /** Whether a value from before the steps that are kept takes the place of a missing one. */
        private boolean carriesOn(final Column past, final int step) {
            return source.settings().missingValues() == MissingValues.LAST && past.isMissing(step);
        }
    }
}
