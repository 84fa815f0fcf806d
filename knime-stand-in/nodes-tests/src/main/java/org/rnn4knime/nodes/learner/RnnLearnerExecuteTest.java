package org.rnn4knime.nodes.learner;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.data.DataType;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.rnn4knime.engine.encoding.TargetTransform;
import org.rnn4knime.nodes.port.RnnModelPortObject;
import org.rnn4knime.nodes.port.RnnModelPortObjectSpec;
import org.rnn4knime.nodes.testing.TestModel;
import org.rnn4knime.nodes.testing.TestNode;
import org.rnn4knime.nodes.testing.TestTable;
import org.rnn4knime.standin.core.ProgressListener;

class RnnLearnerExecuteTest {

    @Test
    void learnsTheTableWithTheSettingsOfTheDialog() throws InvalidSettingsException {
        final var airline = TestTable.airline(0, 132);
        final var learner = TestModel.learner(airline, 12)
                .change("sequences", sequences -> sequences.addString("normalization", "MIN_MAX"))
                .change("sequences/targetTransform", transform -> {
                    transform.addBoolean("log", true);
                    transform.addBoolean("difference", true);
                })
                .change("validation", validation -> validation.addDouble("validationFraction", 0.2));

        final var model = TestModel.train(learner, airline).model();

        final var settings = model.settings();
        assertEquals(Optional.of("month"), settings.data().orderColumn());
        assertEquals(12, settings.sequences().sequenceLength());
        assertEquals("MIN_MAX", settings.encoding().normalization().name());
        assertEquals(new TargetTransform(true, true), settings.encoding().targetTransform());
        assertEquals(4, settings.network().hiddenUnits());
        assertEquals(2, settings.training().epochs());
        assertEquals(132, model.provenance().rows());
        assertEquals(
                settings.data(), ((RnnModelPortObjectSpec) learner.output(0).getSpec()).data());
    }

    @Test
    void writesOneRowAnEpochIntoTheHistory() throws InvalidSettingsException {
        final var airline = TestTable.airline(0, 132);
        final var learner = TestModel.learner(airline, 12);

        TestModel.train(learner, airline);

        assertEquals(List.of("1", "2"), TestTable.texts(learner.table(1), "Epoch"));
        assertEquals(List.of("?", "?"), TestTable.texts(learner.table(1), "Validation loss"));
        assertFalse(TestTable.texts(learner.table(1), "Training loss").contains("?"));
    }

    @ParameterizedTest
    @CsvSource({"0.2, true", "0, false"})
    void measuresTheErrorsOfForecastsIfSomethingIsHeldBack(final double fraction, final boolean isMeasured)
            throws InvalidSettingsException {
        final var airline = TestTable.airline(0, 132);
        final var learner = TestModel.learner(airline, 12)
                .change("validation", validation -> validation.addDouble("validationFraction", fraction));

        TestModel.train(learner, airline);

        assertEquals(isMeasured, learner.progress().getMessage().equals("Measuring the errors of forecasts"));
    }

    @Test
    void writesTheValidationLossWhereSomethingIsHeldBack() throws InvalidSettingsException {
        final var airline = TestTable.airline(0, 132);
        final var learner = TestModel.learner(airline, 12)
                .change("validation", validation -> validation.addDouble("validationFraction", 0.2));

        TestModel.train(learner, airline);

        assertFalse(TestTable.texts(learner.table(1), "Validation loss").contains("?"));
    }

    @Test
    void measuresByTheValidationDataAndHoldsNothingBack() throws InvalidSettingsException {
        final var learner = validated(0.5);

        assertTrue(learner.execute(TestTable.airline(0, 60), TestTable.airline(60, 132)), learner::message);

        final var model = ((RnnModelPortObject) learner.output(0)).model();
        assertEquals(60, model.provenance().rows());
        assertEquals(60 - 12, model.provenance().trainingWindows());
        assertEquals(72 - 12, model.provenance().validationWindows());
        assertFalse(TestTable.texts(learner.table(1), "Validation loss").contains("?"));
    }

    @Test
    void learnsNothingFromTheValidationData() throws InvalidSettingsException {
        final var learner = validated(0);
        assertTrue(learner.execute(TestTable.airline(0, 60), TestTable.airline(60, 132)), learner::message);
        final var model = ((RnnModelPortObject) learner.output(0)).model();

        assertTrue(learner.execute(TestTable.airline(0, 60), TestTable.airline(20, 50)), learner::message);

        final var same = ((RnnModelPortObject) learner.output(0)).model();
        assertArrayEquals(TestModel.parameters(model), TestModel.parameters(same));
        assertEquals(model.encoders(), same.encoders());
    }

    @Test
    void measuresTheErrorsOfForecastsWhereSomethingIsHeldBack() throws InvalidSettingsException {
        final var airline = TestTable.airline(0, 132);
        final var learner =
                TestModel.learner(airline, 12).change("sequences", sequences -> sequences.addInt("horizon", 3));
        assertEquals(Optional.empty(), TestModel.train(learner, airline).model().forecastErrors());

        learner.change("validation", validation -> validation.addDouble("validationFraction", 0.2));
        final var errors = TestModel.train(learner, airline).model().forecastErrors();
        assertEquals(3, errors.orElseThrow().steps().size());

        final var validated = validated(0);
        assertTrue(validated.execute(TestTable.airline(0, 60), TestTable.airline(60, 132)), validated::message);
        assertTrue(((RnnModelPortObject) validated.output(0))
                .model()
                .forecastErrors()
                .isPresent());
    }

    @Test
    void warnsOfValidationDataThatMeasureNothing() throws InvalidSettingsException {
        final var learner = validated(0);

        assertTrue(learner.execute(TestTable.airline(0, 60), TestTable.airline(60, 61)), learner::message);

        assertTrue(learner.message().contains("There is no validation loss"), learner::message);
        assertEquals(List.of("?", "?"), TestTable.texts(learner.table(1), "Validation loss"));
    }

    private static TestNode validated(final double fraction) throws InvalidSettingsException {
        final var learner = new TestNode(new RnnLearnerNodeFactory(), "Validation data");
        learner.configure(TestTable.airlineSpec(), TestTable.airlineSpec());
        return learner.change("sequences", sequences -> sequences.addInt("sequenceLength", 12))
                .change("network", network -> network.addInt("hiddenUnits", 4))
                .change("training", training -> training.addInt("epochs", 2))
                .change("validation", validation -> validation.addDouble("validationFraction", fraction));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 12})
    void saysHowManyRowsAreTooFew(final int rows) throws InvalidSettingsException {
        final var learner = TestModel.learner(TestTable.airline(0, 132), 12);

        assertFalse(learner.execute(TestTable.airline(0, rows)));

        assertTrue(learner.message().contains(" " + rows + " row"), learner::message);
        assertTrue(learner.message().contains("13 are needed"), learner::message);
        assertNull(learner.output(0));
    }

    @Test
    void namesTheRowOfAMissingValue() throws InvalidSettingsException {
        final var learner = TestModel.learner(TestTable.airline(0, 132), 2);
        final var table = TestTable.column("month", StringCell.TYPE).and("passengers", IntCell.TYPE);
        for (var day = 10; day < 30; day++) {
            final var month = new StringCell("2024-01-" + day);
            table.row(month, day == 15 ? DataType.getMissingCell() : new IntCell(day));
        }

        assertFalse(learner.execute(table.create()));

        assertTrue(learner.message().contains("Row5"), learner::message);
        assertTrue(learner.message().contains("passengers"), learner::message);
    }

    @Test
    void learnsTheSameFromRowsInAnyOrder() throws InvalidSettingsException {
        final var learner = TestModel.learner(TestTable.airline(0, 24), 2);
        final var backwards = new int[24];
        Arrays.setAll(backwards, row -> 23 - row);

        final var model = TestModel.train(learner, TestTable.airline(0, 24));
        final var same = TestModel.train(learner, TestTable.airlineInDisorder(24, backwards));

        assertArrayEquals(TestModel.parameters(model.model()), TestModel.parameters(same.model()));
    }

    @Test
    void learnsTheSameWithTheSameSeedAndSomethingElseWithAnother() throws InvalidSettingsException {
        final var airline = TestTable.airline(0, 48);
        final var learner = TestModel.learner(airline, 12);

        final var model = TestModel.train(learner, airline);
        final var same = TestModel.train(learner, airline);
        final var other = TestModel.train(learner.change("training", training -> training.addLong("seed", 2)), airline);

        assertArrayEquals(TestModel.parameters(model.model()), TestModel.parameters(same.model()));
        assertFalse(Arrays.equals(TestModel.parameters(model.model()), TestModel.parameters(other.model())));
    }

    @Test
    void tellsItsProgressInWords() throws InvalidSettingsException {
        final var airline = TestTable.airline(0, 132);
        final var learner = TestModel.learner(airline, 12);
        final var messages = new StringBuilder();
        learner.progress().addProgressListener((ProgressListener) (fraction, message) -> messages.append(message));

        TestModel.train(learner, airline);

        assertTrue(messages.toString().contains("Epoch 1 of 2"), messages::toString);
        assertTrue(messages.toString().contains("loss"), messages::toString);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5})
    void endsWithinASecondWhenTheUserCancels(final int networks) throws Exception {
        final var airline = TestTable.airline(0, 132);
        final var learner = TestModel.learner(airline, 12).change("training", training -> {
            training.addInt("epochs", 1_000_000);
            training.addInt("numNetworks", networks);
        });

        final var millis =
                millisToEnd(learner, airline, () -> learner.progress().setExecuteCanceled());

        assertTrue(millis < 1000, () -> "took " + millis + " ms");
        assertEquals(CanceledExecutionException.DEFAULT_CANCEL_MESSAGE.getSummary(), learner.message());
        assertNull(learner.output(0));
        assertNull(learner.output(1));
    }

    @Test
    void endsWithinASecondWhenItsThreadIsInterrupted() throws Exception {
        final var airline = TestTable.airline(0, 132);
        final var learner =
                TestModel.learner(airline, 12).change("training", training -> training.addInt("epochs", 1_000_000));

        final var millis = millisToEnd(learner, airline, () -> {});

        assertTrue(millis < 1000, () -> "took " + millis + " ms");
        assertEquals(CanceledExecutionException.DEFAULT_CANCEL_MESSAGE.getSummary(), learner.message());
        assertNull(learner.output(0));
    }

    /** Executes the node, cancels and, as KNIME does, interrupts it once it trains; returns how long it goes on. */
    private static long millisToEnd(final TestNode learner, final BufferedDataTable table, final Runnable cancel)
            throws InterruptedException {
        final var training = new CountDownLatch(1);
        learner.progress().addProgressListener((ProgressListener) (fraction, message) -> {
            if (message.contains("loss")) {
                training.countDown();
            }
        });
        final var end = new AtomicLong();
        final var thread = new Thread(() -> {
            learner.execute(table);
            end.set(System.nanoTime());
        });
        thread.start();
        assertTrue(training.await(60, TimeUnit.SECONDS), "never trained");
        final var start = System.nanoTime();
        cancel.run();
        TimeUnit.MILLISECONDS.sleep(20);
        thread.interrupt();
        thread.join(10_000);
        assertFalse(thread.isAlive(), "never ended");
        return TimeUnit.NANOSECONDS.toMillis(end.get() - start);
    }
}
