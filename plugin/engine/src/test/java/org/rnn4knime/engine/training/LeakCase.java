package org.rnn4knime.engine.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.rnn4knime.engine.Data;
import org.rnn4knime.engine.Examples;
import org.rnn4knime.engine.RawSequences;
import org.rnn4knime.engine.Setup;
import org.rnn4knime.engine.encoding.TargetTransform;
import org.rnn4knime.engine.encoding.WindowLevel;
import org.rnn4knime.engine.sequence.MissingValues;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.engine.sequence.Sequences;
import org.rnn4knime.engine.sequence.Sequences.Truth;
import org.rnn4knime.engine.sequence.Split;
import org.rnn4knime.engine.sequence.Table;
import org.rnn4knime.engine.sequence.ValidationSplit;

/** A kind of data of which a part is held back; its values may be changed as much as they can. */
record LeakCase(String name, Data data, boolean isNominal, ValidationSplit split, UnaryOperator<Setup> more) {

    private static final int SEQUENCES = 6;

    private static final int LENGTH = 10;

    private static final int STEPS = SEQUENCES * LENGTH;

    static List<LeakCase> all() {
        final var cases = new ArrayList<LeakCase>();
        for (final boolean isNominal : new boolean[] {false, true}) {
            for (final var layout : List.of(SequenceLayout.ROWS, SequenceLayout.LISTS, SequenceLayout.COLUMNS)) {
                final var whole = data(layout, Scope.SEQUENCE);
                cases.add(of(whole, isNominal, isNominal ? ValidationSplit.STRATIFIED : ValidationSplit.BY_SEQUENCE));
                cases.add(of(whole, isNominal, ValidationSplit.IN_TIME));
                cases.add(of(data(layout, Scope.FUTURE), isNominal, ValidationSplit.IN_TIME));
                cases.add(of(data(layout, Scope.FUTURE), isNominal, ValidationSplit.BY_SEQUENCE));
            }
            for (final var layout : List.of(SequenceLayout.ROWS, SequenceLayout.LISTS)) {
                cases.add(of(data(layout, Scope.STEP), isNominal, ValidationSplit.IN_TIME));
                cases.add(of(data(layout, Scope.STEP), isNominal, ValidationSplit.BY_SEQUENCE));
            }
            for (final var scope : Scope.values()) {
                final var series =
                        Data.of(SequenceLayout.ROWS, scope).features("x", "k").missing(MissingValues.MEAN);
                cases.add(of(series, isNominal, ValidationSplit.IN_TIME));
            }
            cases.add(of(
                    Data.of(SequenceLayout.TEXT, Scope.SEQUENCE).features("k"),
                    isNominal,
                    ValidationSplit.BY_SEQUENCE));
        }
        cases.add(of(Data.of(SequenceLayout.TEXT, Scope.FUTURE).target("k"), true, ValidationSplit.BY_SEQUENCE));
        final var future = data(SequenceLayout.ROWS, Scope.FUTURE).knownFuture("x", "k");
        for (final var level : WindowLevel.values()) {
            final var transform = new TargetTransform(true, true, Optional.empty(), level);
            cases.add(new LeakCase(
                    "of transformed values with the level " + level,
                    future,
                    false,
                    ValidationSplit.IN_TIME,
                    setup -> setup.length(2).transform(transform)));
        }
        cases.add(new LeakCase("of direct forecasts", future, false, ValidationSplit.IN_TIME, setup -> setup.length(2)
                .direct(2)));
        return cases;
    }

    private static LeakCase of(final Data data, final boolean isNominal, final ValidationSplit split) {
        return new LeakCase("", data, isNominal, split, UnaryOperator.identity());
    }

    private static Data data(final SequenceLayout layout, final Scope scope) {
        final var data = Data.of(layout, scope);
        final var names = names();
        return switch (layout) {
            case ROWS -> data.features("x", "k").ids("id").order("t").missing(MissingValues.LAST);
            case COLUMNS -> scope == Scope.FUTURE
                    ? data.target("").features(names.columnNames("y", "x", "k")).perStep(3)
                    : data.features(names.columnNames("x", "k")).perStep(2);
            default -> data.features("x", "k");
        };
    }

    private static RawSequences names() {
        final var lengths = new int[SEQUENCES];
        Arrays.fill(lengths, LENGTH);
        return RawSequences.of(lengths);
    }

    @Override
    public String toString() {
        return data.layout() + " " + data.predict() + (data.ids().isEmpty() ? "" : " by ID")
                + (isNominal ? " nominal " : " numeric ") + split + " " + name;
    }

    Setup setup() {
        return more.apply(Setup.of(data).validation(split, 0.3));
    }

    /** Which steps are held back, counted over all sequences; with texts, whose steps are framed, all of a text. */
    boolean[] heldBack() {
        final var settings = setup().settings();
        final var sequences = Sequences.of(table(new boolean[STEPS]), settings.data(), Truth.COMPLETE);
        final var held = Split.of(sequences, split, 0.3, settings.training().seed());
        final var isHeld = new boolean[STEPS];
        for (int sequence = 0; sequence < sequences.size(); sequence++) {
            if (data.layout() == SequenceLayout.TEXT) {
                Arrays.fill(isHeld, sequence * LENGTH, (sequence + 1) * LENGTH, !held.hasTraining(sequence));
            } else {
                Arrays.fill(isHeld, held.trainingEnds()[sequence], held.steps().to(sequence), true);
            }
        }
        return isHeld;
    }

    /** The steps that are learned from. */
    boolean[] learned() {
        final var held = heldBack();
        final var learned = new boolean[STEPS];
        IntStream.range(0, STEPS).forEach(step -> learned[step] = !held[step]);
        return learned;
    }

    /** The table; what is marked has values that are nowhere else. */
    Table table(final boolean[] isChanged) {
        final var raw = raw(isChanged);
        return switch (data.layout()) {
            case ROWS -> raw.rows();
            case COLUMNS -> raw.columns();
            case LISTS -> raw.lists();
            case TEXT -> raw.texts("k");
        };
    }

    private RawSequences raw(final boolean[] isChanged) {
        final var random = new Random(5);
        final var raw = names();
        final var isWhole = data.predict() == Scope.SEQUENCE && !data.settings().isOneSeries();
        if (!isWhole && data.layout() != SequenceLayout.TEXT) {
            if (isNominal) {
                raw.texts("y", (sequence, step) -> text(random, isChanged[sequence * LENGTH + step]));
            } else {
                raw.numbers("y", (sequence, step) -> number(random, isChanged[sequence * LENGTH + step]));
            }
        }
        raw.numbers("x", (sequence, step) -> number(random, isChanged[sequence * LENGTH + step]));
        raw.texts("k", (sequence, step) -> text(random, isChanged[sequence * LENGTH + step]));
        if (isWhole) {
            final var first = IntStream.range(0, SEQUENCES).map(sequence -> sequence * LENGTH);
            // Another class would make it another stratum, and so another split.
            final var hasNewClasses = split != ValidationSplit.STRATIFIED;
            raw.whole(
                    isNominal
                            ? Examples.text(
                                    "y",
                                    first.mapToObj(step -> "c" + step / LENGTH % 2
                                                    + (hasNewClasses && isChanged[step] ? "?" : ""))
                                            .toArray(String[]::new))
                            : Examples.numbers(
                                    "y",
                                    first.mapToDouble(step -> number(random, isChanged[step]))
                                            .toArray()));
        }
        return raw;
    }

    private static double number(final Random random, final boolean isChanged) {
        return 1 + random.nextDouble() + (isChanged ? 1e6 : 0);
    }

    private static String text(final Random random, final boolean isChanged) {
        final var number = random.nextInt(2);
        return (isChanged ? List.of("Ö", "Ü") : List.of("a", "b")).get(number);
    }

    boolean[] nothing() {
        return new boolean[STEPS];
    }

    boolean[] everything() {
        final var all = new boolean[STEPS];
        Arrays.fill(all, true);
        return all;
    }
}
