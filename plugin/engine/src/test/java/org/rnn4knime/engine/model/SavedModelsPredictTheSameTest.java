package org.rnn4knime.engine.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rnn4knime.engine.Data;
import org.rnn4knime.engine.Examples;
import org.rnn4knime.engine.Predicted;
import org.rnn4knime.engine.RawSequences;
import org.rnn4knime.engine.Setup;
import org.rnn4knime.engine.encoding.Normalization;
import org.rnn4knime.engine.encoding.TargetTransform;
import org.rnn4knime.engine.encoding.VocabularySettings;
import org.rnn4knime.engine.encoding.WindowLevel;
import org.rnn4knime.engine.sequence.BeyondMaximum;
import org.rnn4knime.engine.sequence.MissingValues;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.engine.sequence.Table;
import org.rnn4knime.engine.sequence.UnknownValues;
import org.rnn4knime.engine.sequence.ValidationSplit;

/** A model that was written and read is the same, with encoders of each kind, and predicts the same to the bit. */
class SavedModelsPredictTheSameTest {

    private static final int SEQUENCES = 6;

    private record Case(String name, Setup setup, Table table) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static RawSequences raw(final boolean isWhole, final boolean isNominal) {
        final var random = new Random(9);
        final var lengths = new int[SEQUENCES];
        Arrays.fill(lengths, 12);
        final var raw = RawSequences.of(lengths);
        if (!isWhole && isNominal) {
            raw.texts("y", (sequence, step) -> "\"y" + random.nextInt(3));
        } else if (!isWhole) {
            raw.numbers("y", (sequence, step) -> 1e-3 + random.nextDouble());
        }
        raw.numbers("x", (sequence, step) -> random.nextDouble() / 3);
        raw.texts("k", (sequence, step) -> List.of("é", "한", "👩‍👩‍👧", "\\").get(random.nextInt(4)));
        raw.texts("z", (sequence, step) -> "z" + random.nextInt(9));
        if (isWhole) {
            raw.whole(
                    isNominal
                            ? Examples.text(
                                    "y",
                                    IntStream.range(0, SEQUENCES)
                                            .mapToObj(sequence -> "ö\n" + sequence % 2)
                                            .toArray(String[]::new))
                            : Examples.numbers("y", random.doubles(SEQUENCES).toArray()));
        }
        return raw;
    }

    private static List<Case> cases() {
        final var cases = new ArrayList<Case>();
        for (final var scope : Scope.values()) {
            for (final boolean isNominal : new boolean[] {false, true}) {
                final var data = Data.of(SequenceLayout.ROWS, scope)
                        .features("x", "k", "z")
                        .ids("id")
                        .order("t")
                        .missing(MissingValues.LAST);
                cases.add(new Case(
                        "rows, " + scope + (isNominal ? ", nominal" : ", numeric"),
                        Setup.of(data).embedding(4, 3).maximum(5, BeyondMaximum.SPLIT),
                        raw(scope == Scope.SEQUENCE, isNominal).rows()));
            }
        }
        for (final var level : WindowLevel.values()) {
            final var data = Data.of(SequenceLayout.LISTS, Scope.FUTURE)
                    .features("x", "k")
                    .unknown(UnknownValues.READ_AS_UNKNOWN);
            cases.add(new Case(
                    "transformed with the level " + level,
                    Setup.of(data)
                            .normalization(Normalization.MIN_MAX)
                            .transform(new TargetTransform(true, true, Optional.of(2), level))
                            .direct(2),
                    raw(false, false).lists()));
        }
        final var columns = Data.of(SequenceLayout.COLUMNS, Scope.FUTURE)
                .target("")
                .features(raw(false, true).columnNames("y", "x", "k", "z"))
                .perStep(4);
        cases.add(new Case(
                "columns", Setup.of(columns).embedding(0, 2), raw(false, true).columns()));
        final var texts = Data.of(SequenceLayout.TEXT, Scope.FUTURE).target("k").lowerCase();
        final var vocabulary = new VocabularySettings(Optional.of(3), 2);
        cases.add(new Case(
                "texts",
                Setup.of(texts).vocabulary(vocabulary),
                raw(false, true).texts("k")));
        return cases;
    }

    private static RnnModel saved(final RnnModel model) throws IOException {
        final var bytes = new ByteArrayOutputStream();
        ModelFile.write(model, bytes);
        return ModelFile.read(new ByteArrayInputStream(bytes.toByteArray()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aSavedModelPredictsTheSame(final Case some) throws IOException {
        final var model =
                some.setup().validation(ValidationSplit.AUTOMATIC, 0.2).train(some.table());
        final var saved = saved(model);

        assertEquals(model.settings(), saved.settings());
        assertEquals(model.encoders(), saved.encoders());
        assertEquals(model.networks().get(0).history(), saved.networks().get(0).history());
        assertEquals(model.provenance(), saved.provenance());
        assertEquals(model.plan(), saved.plan());
        assertArrayEquals(
                model.networks().get(0).parameters(), saved.networks().get(0).parameters());
        final var values = Predicted.of(model, some.table());
        assertTrue(Predicted.count(values) >= SEQUENCES);
        assertArrayEquals(values, Predicted.of(saved, some.table()));
    }
}
