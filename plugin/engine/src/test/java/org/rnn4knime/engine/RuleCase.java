package org.rnn4knime.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.rnn4knime.engine.sequence.NumberColumn;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.engine.sequence.Table;

/**
 * Sequences that follow a rule that no linear model can tell, as a table of some layout.
 *
 * <p>A sequence or a step is the product of the last two signs, or whether these differ. The next number is 1 - 2 y² of the last one, y,
 * whose correlation with it is zero (Ulam and von Neumann's map). Of three symbols, the third one tells whether the first two differ.
 *
 * @param layout of the table
 * @param scope what is predicted
 * @param isNominal of what type
 * @param hasId whether a table with one row a step holds several sequences
 */
public record RuleCase(SequenceLayout layout, Scope scope, boolean isNominal, boolean hasId) {

    /** The steps that a linear model is given. */
    private static final int LINEAR_STEPS = 4;

    private static final List<String> SYMBOLS = List.of("a", "b", "x", "y", "0", "1");

    /** The window of a table that is one series, and of forecasts. */
    public static final int WINDOW = 4;

    /** Each combination of layout, scope and type that there is. */
    public static List<RuleCase> all() {
        final var cases = new ArrayList<RuleCase>();
        for (final boolean isNominal : new boolean[] {false, true}) {
            for (final var scope : Scope.values()) {
                cases.add(new RuleCase(SequenceLayout.ROWS, scope, isNominal, true));
                cases.add(new RuleCase(SequenceLayout.ROWS, scope, isNominal, false));
                cases.add(new RuleCase(SequenceLayout.LISTS, scope, isNominal, true));
                if (scope != Scope.STEP) {
                    cases.add(new RuleCase(SequenceLayout.COLUMNS, scope, isNominal, true));
                }
            }
            cases.add(new RuleCase(SequenceLayout.TEXT, Scope.SEQUENCE, isNominal, true));
        }
        cases.add(new RuleCase(SequenceLayout.TEXT, Scope.FUTURE, true, true));
        return cases;
    }

    @Override
    public String toString() {
        return layout
                + (layout == SequenceLayout.ROWS && !hasId ? " of one series, " : ", ")
                + scope
                + (isNominal ? ", nominal" : ", numeric");
    }

    private boolean isWhole() {
        return scope == Scope.SEQUENCE && hasId;
    }

    /** The settings of the data. */
    public Data data() {
        final var data = Data.of(layout, scope);
        final var read = scope == Scope.FUTURE ? new String[0] : new String[] {"x"};
        return switch (layout) {
            case ROWS -> hasId ? data.features(read).ids("id").order("t") : data.features(read);
            case LISTS -> data.features(read);
            case COLUMNS -> scope == Scope.FUTURE
                    ? data.target("").features(raw(0).columnNames("y"))
                    : data.features(raw(0).columnNames("x"));
            case TEXT -> data.features(read);
        };
    }

    /** Sequences that follow the rule. */
    public RawSequences raw(final long seed) {
        final var random = new Random(seed);
        final var count = hasId ? 72 : 1;
        final var raw = RawSequences.of(IntStream.range(0, count)
                .map(sequence -> hasId ? length(random) : 420)
                .toArray());
        if (scope == Scope.FUTURE) {
            return isNominal ? threes(raw, random) : map(raw, random);
        }
        final var signs = random.ints(raw.from(count), 0, 2).toArray();
        if (layout == SequenceLayout.TEXT) {
            raw.texts("x", (sequence, step) -> signs[raw.from(sequence) + step] == 0 ? "p" : "m");
        } else {
            raw.numbers(
                    "x", (sequence, step) -> (2 * signs[raw.from(sequence) + step] - 1) * (0.5 + random.nextDouble()));
        }
        return isWhole() ? whole(raw, signs) : everyStep(raw, signs);
    }

    private int length(final Random random) {
        return layout == SequenceLayout.COLUMNS ? 9 : 5 + random.nextInt(8);
    }

    /** Whether the signs at a step and before it differ; before the first there is none, so it counts as zero. */
    private static boolean differ(final RawSequences raw, final int[] signs, final int sequence, final int step) {
        final var at = raw.from(sequence) + step;
        return signs[at] != (step == 0 ? 0 : signs[at - 1]);
    }

    private RawSequences whole(final RawSequences raw, final int[] signs) {
        final var sequences = IntStream.range(0, raw.size())
                .mapToObj(sequence -> differ(raw, signs, sequence, raw.length(sequence) - 1))
                .toList();
        return raw.whole(
                isNominal
                        ? Examples.text(
                                "y", sequences.stream().map(String::valueOf).toArray(String[]::new))
                        : new NumberColumn(
                                "y",
                                sequences.stream()
                                        .mapToDouble(differ -> differ ? -10 : 10)
                                        .toArray()));
    }

    private RawSequences everyStep(final RawSequences raw, final int[] signs) {
        return isNominal
                ? raw.texts("y", (sequence, step) -> String.valueOf(differ(raw, signs, sequence, step)))
                : raw.numbers("y", (sequence, step) -> differ(raw, signs, sequence, step) ? -10.0 : 10.0);
    }

    private static RawSequences map(final RawSequences raw, final Random random) {
        final var last = new double[1];
        return raw.numbers("y", (sequence, step) -> {
            last[0] = step == 0 ? 2 * random.nextDouble() - 1 : 1 - 2 * last[0] * last[0];
            return last[0];
        });
    }

    private static RawSequences threes(final RawSequences raw, final Random random) {
        final var drawn = new int[2];
        return raw.texts("y", (sequence, step) -> {
            if (step % 3 < 2) {
                drawn[step % 3] = random.nextInt(2);
            }
            return SYMBOLS.get(2 * (step % 3) + (step % 3 < 2 ? drawn[step % 3] : drawn[0] ^ drawn[1]));
        });
    }

    /** Those of some sequences that others do not have. */
    public RawSequences unseen(final RawSequences some, final RawSequences others) {
        final var seen = IntStream.range(0, others.size())
                .mapToObj(sequence -> steps(others, sequence))
                .collect(Collectors.toSet());
        return some.only(IntStream.range(0, some.size())
                .filter(sequence -> !seen.contains(steps(some, sequence)))
                .toArray());
    }

    private List<String> steps(final RawSequences raw, final int sequence) {
        final var column = raw.steps(scope == Scope.FUTURE ? "y" : "x");
        return IntStream.range(raw.from(sequence), raw.from(sequence) + raw.length(sequence))
                .mapToObj(step -> column.text(step).orElseThrow())
                .toList();
    }

    /** The sequences as the table that the settings of the data tell of. */
    public Table table(final RawSequences raw) {
        return switch (layout) {
            case ROWS -> raw.rows();
            case COLUMNS -> raw.columns();
            case LISTS -> raw.lists();
            case TEXT -> raw.texts(scope == Scope.FUTURE ? "y" : "x");
        };
    }

    /** A prediction that the rule tells the truth of: its place, what a linear model is given for it, and the truth. */
    public record Item(int place, double[] inputs, double truth) {}

    /** All predictions that the rule tells the truth of; classes are 0 and 1. */
    public List<Item> items(final RawSequences raw) {
        final var items = new ArrayList<Item>();
        for (int sequence = 0; sequence < raw.size(); sequence++) {
            for (int step = 0; step < raw.length(sequence); step++) {
                if (isTold(raw, sequence, step)) {
                    final var last = scope == Scope.FUTURE ? step - 1 : step;
                    items.add(new Item(
                            isWhole() ? sequence : raw.from(sequence) + step,
                            inputs(raw, sequence, last),
                            truth(raw, sequence, step)));
                }
            }
        }
        return items;
    }

    private boolean isTold(final RawSequences raw, final int sequence, final int step) {
        return switch (scope) {
            case SEQUENCE -> hasId ? step == raw.length(sequence) - 1 : step >= WINDOW - 1;
            case STEP -> step > 0;
            case FUTURE -> step >= WINDOW && (!isNominal || step % 3 == 2);
        };
    }

    private double truth(final RawSequences raw, final int sequence, final int step) {
        if (isWhole()) {
            return raw.whole("y") instanceof NumberColumn numbers
                    ? numbers.values()[sequence]
                    : Boolean.parseBoolean(raw.whole("y").text(sequence).orElseThrow()) ? 1 : 0;
        }
        if (!isNominal) {
            return raw.number("y", sequence, step);
        }
        final var text = raw.text("y", sequence, step);
        return text.equals("true") || text.equals("1") ? 1 : 0;
    }

    /** The last steps, symbols as one-hot vectors, and a 1. */
    private double[] inputs(final RawSequences raw, final int sequence, final int last) {
        final var name = scope == Scope.FUTURE ? "y" : "x";
        final var inputs = new ArrayList<Double>();
        inputs.add(1.0);
        for (int back = 0; back < LINEAR_STEPS; back++) {
            final var step = last - back;
            if (raw.steps(name) instanceof NumberColumn) {
                inputs.add(step < 0 ? 0 : raw.number(name, sequence, step));
            } else {
                for (final var symbol : List.of("a", "b", "x", "y", "0", "1", "p", "m")) {
                    inputs.add(step >= 0 && raw.text(name, sequence, step).equals(symbol) ? 1.0 : 0.0);
                }
            }
        }
        return inputs.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
