package org.rnn4knime.nodes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.knime.core.data.DataCell;
import org.knime.core.data.DoubleValue;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortUtil;
import org.rnn4knime.nodes.forecaster.RnnForecasterNodeFactory;
import org.rnn4knime.nodes.port.RnnModelPortObject;
import org.rnn4knime.nodes.predictor.RnnPredictorNodeFactory;
import org.rnn4knime.nodes.testing.TestModel;
import org.rnn4knime.nodes.testing.TestNode;
import org.rnn4knime.nodes.testing.TestTable;

/** Each kind of network goes the whole way: learned, predicting, forecasting, saved and loaded. */
class NetworkShapesTest {

    private static final int SEQUENCE_LENGTH = 6;

    private static final int EPOCHS = 20;

    private static final Map<Shape, RnnModelPortObject> MODELS = new EnumMap<>(Shape.class);

    /** One network of a kind each, as small as can be. */
    private enum Shape {
        ELMAN(network -> {
            network.addString("cellType", "ELMAN");
            network.addString("activation", "SIGMOID");
        }),
        JORDAN(network -> network.addString("cellType", "JORDAN")),
        JORDAN_BOTH_WAYS(network -> {
            network.addString("cellType", "JORDAN");
            network.addInt("numLayers", 2);
            network.addBoolean("bidirectional", true);
        }),
        BIDIRECTIONAL(network -> network.addBoolean("bidirectional", true)),
        STACKED(network -> {
            network.addString("cellType", "GRU");
            network.addInt("numLayers", 2);
            network.addDouble("dropout", 0.1);
        }),
        CNN_LSTM(network -> {
            network.addBoolean("convolution", true);
            network.addInt("filters", 3);
            network.addInt("kernelSize", 3);
        }),
        MEAN(network -> network.addString("summary", "MEAN")),
        MAX(network -> network.addString("summary", "MAX")),
        ATTENTION(network -> network.addString("summary", "ATTENTION"));

        private final Consumer<NodeSettings> m_settings;

        Shape(final Consumer<NodeSettings> settings) {
            m_settings = settings;
        }
    }

    @ParameterizedTest
    @EnumSource
    void learns(final Shape shape) {
        final var losses = model(shape).model().networks().get(0).history().stream()
                .map(epoch -> epoch.trainingLoss())
                .toList();

        assertTrue(losses.get(EPOCHS - 1) < losses.get(0), losses::toString);
    }

    @ParameterizedTest
    @EnumSource
    void learnsTheSameAgain(final Shape shape) {
        assertArrayEquals(parameters(model(shape)), parameters(train(shape)));
    }

    @ParameterizedTest
    @EnumSource
    void predictsARowFromTheRowsBeforeItAlone(final Shape shape) {
        final var whole = predictions(shape, 60);

        final var missing = whole.subList(0, SEQUENCE_LENGTH).stream()
                .map(DataCell::isMissing)
                .toList();
        assertEquals(Collections.nCopies(SEQUENCE_LENGTH, true), missing);
        whole.subList(SEQUENCE_LENGTH, whole.size()).forEach(NetworkShapesTest::assertFinite);
        assertEquals(whole.subList(0, 9), predictions(shape, 57));
    }

    @ParameterizedTest
    @EnumSource
    void forecastsAndDoesTheSameAfterItWasSavedAndLoaded(final Shape shape)
            throws IOException, CanceledExecutionException {
        final var model = model(shape);
        final var bytes = new ByteArrayOutputStream();
        PortUtil.writeObjectToStream(model, bytes, new ExecutionMonitor());

        final var back = (RnnModelPortObject)
                PortUtil.readObjectFromStream(new ByteArrayInputStream(bytes.toByteArray()), new ExecutionMonitor());

        assertEquals(model.getSpec(), back.getSpec());
        assertEquals(model.model().settings(), back.model().settings());
        assertArrayEquals(parameters(model), parameters(back));
        final var forecast = forecast(model);
        assertEquals(12, forecast.size());
        forecast.forEach(NetworkShapesTest::assertFinite);
        assertEquals(forecast, forecast(back));
    }

    private static float[] parameters(final RnnModelPortObject model) {
        return model.model().networks().get(0).parameters();
    }

    private static RnnModelPortObject model(final Shape shape) {
        return MODELS.computeIfAbsent(shape, NetworkShapesTest::train);
    }

    private static RnnModelPortObject train(final Shape shape) {
        final var airline = TestTable.airline(0, 48);
        try {
            final var learner = TestModel.learner(airline, SEQUENCE_LENGTH)
                    .change("network", shape.m_settings)
                    .change("training", training -> training.addInt("epochs", EPOCHS));
            return TestModel.train(learner, airline);
        } catch (final InvalidSettingsException e) {
            throw new AssertionError("The settings of " + shape + " are refused.", e);
        }
    }

    /** Predicts the rows from 48 on, up to but not including another. */
    private static List<DataCell> predictions(final Shape shape, final int to) {
        final var node = new TestNode(new RnnPredictorNodeFactory());
        assertTrue(node.execute(model(shape), TestTable.airline(48, to)), node::message);
        return TestTable.cells(node.table(0), "Prediction (passengers)");
    }

    private static List<DataCell> forecast(final RnnModelPortObject model) {
        final var node = new TestNode(new RnnForecasterNodeFactory());
        assertTrue(node.execute(model, TestTable.airline(0, 48)), node::message);
        return TestTable.cells(node.table(0), "Forecast (passengers)");
    }

    private static void assertFinite(final DataCell cell) {
        assertFalse(cell.isMissing());
        assertTrue(Double.isFinite(((DoubleValue) cell).getDoubleValue()), cell::toString);
    }
}
