package org.rnn4knime.nodes.learner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.knime.core.node.InvalidSettingsException;
import org.rnn4knime.nodes.testing.TestNode;
import org.rnn4knime.nodes.testing.TestTable;

class RnnLearnerNodeParametersTest {

    /** What is in a column filter that selects nothing. */
    private static final String NO_COLUMNS =
            """
            <entry key="mode" type="xstring" value="MANUAL"/>
            <config key="patternFilter">
            <entry key="pattern" type="xstring" value=""/>
            <entry key="isCaseSensitive" type="xboolean" value="false"/>
            <entry key="isInverted" type="xboolean" value="false"/>
            </config>
            <config key="manualFilter">
            <config key="manuallySelected">
            <entry key="array-size" type="xint" value="0"/>
            </config>
            <config key="manuallyDeselected">
            <entry key="array-size" type="xint" value="0"/>
            </config>
            <entry key="includeUnknownColumns" type="xboolean" value="false"/>
            </config>
            <config key="typeFilter">
            <config key="selectedTypes">
            <entry key="array-size" type="xint" value="0"/>
            </config>
            </config>
            """;

    /** What saved workflows hold: a changed key makes them useless. */
    private static final String SETTINGS =
            """
            <config key="data">
            <entry key="layout" type="xstring" value="ROWS"/>
            <entry key="predict" type="xstring" value="FUTURE"/>
            <entry key="targetColumn" type="xstring" value="passengers"/>
            <config key="featureColumns">
            (no columns)
            </config>
            <config key="knownFutureColumns">
            (no columns)
            </config>
            <entry key="textColumn" type="xstring" value=""/>
            <entry key="tokens" type="xstring" value="CHARACTERS"/>
            <entry key="lowerCase" type="xboolean" value="false"/>
            <config key="sequenceIdColumns">
            (no columns)
            </config>
            <entry key="orderColumn" type="xstring" value="month"/>
            <entry key="orderColumn_is_present" type="xboolean" value="true"/>
            <entry key="featuresPerStep" type="xint" value="1"/>
            <entry key="missingValues" type="xstring" value="FAIL"/>
            <entry key="unknownValues" type="xstring" value="NO_PREDICTION"/>
            </config>
            <config key="sequences">
            <entry key="sequenceLength" type="xint" value="24"/>
            <entry key="stride" type="xint" value="0"/>
            <entry key="stride_is_present" type="xboolean" value="false"/>
            <entry key="maximumLength" type="xint" value="0"/>
            <entry key="maximumLength_is_present" type="xboolean" value="false"/>
            <entry key="beyondMaximum" type="xstring" value="KEEP_END"/>
            <entry key="forecastMode" type="xstring" value="RECURSIVE"/>
            <entry key="horizon" type="xint" value="12"/>
            <entry key="normalization" type="xstring" value="Z_SCORE"/>
            <config key="targetTransform">
            <entry key="log" type="xboolean" value="false"/>
            <entry key="difference" type="xboolean" value="false"/>
            <entry key="season" type="xint" value="0"/>
            <entry key="season_is_present" type="xboolean" value="false"/>
            <entry key="windowLevel" type="xstring" value="NONE"/>
            </config>
            <entry key="maximumVocabulary" type="xint" value="0"/>
            <entry key="maximumVocabulary_is_present" type="xboolean" value="false"/>
            <entry key="minimumCount" type="xint" value="1"/>
            </config>
            <config key="network">
            <entry key="cellType" type="xstring" value="LSTM"/>
            <entry key="activation" type="xstring" value="TANH"/>
            <entry key="hiddenUnits" type="xint" value="32"/>
            <entry key="numLayers" type="xint" value="1"/>
            <entry key="bidirectional" type="xboolean" value="false"/>
            <entry key="summary" type="xstring" value="LAST"/>
            <entry key="dropout" type="xdouble" value="0.0"/>
            <entry key="convolution" type="xboolean" value="false"/>
            <entry key="filters" type="xint" value="32"/>
            <entry key="kernelSize" type="xint" value="5"/>
            <entry key="poolingSize" type="xint" value="2"/>
            <entry key="embeddingSize" type="xint" value="16"/>
            <entry key="embedAbove" type="xint" value="32"/>
            </config>
            <config key="training">
            <entry key="continueWith" type="xstring" value="KEEP"/>
            <entry key="epochs" type="xint" value="40"/>
            <entry key="batchSize" type="xint" value="32"/>
            <entry key="optimizer" type="xstring" value="ADAM"/>
            <entry key="weightDecay" type="xdouble" value="0.01"/>
            <entry key="momentum" type="xdouble" value="0.9"/>
            <entry key="nesterov" type="xboolean" value="false"/>
            <entry key="findLearningRate" type="xboolean" value="false"/>
            <entry key="learningRate" type="xdouble" value="0.005"/>
            <config key="learningRateSchedule">
            <entry key="schedule" type="xstring" value="CONSTANT"/>
            <entry key="scheduleFactor" type="xdouble" value="0.5"/>
            <entry key="stepEpochs" type="xint" value="10"/>
            <entry key="warmupEpochs" type="xint" value="0"/>
            <entry key="plateauPatience" type="xint" value="5"/>
            </config>
            <entry key="classWeights" type="xstring" value="NONE"/>
            <entry key="classWeightColumn" type="xstring" value=""/>
            <entry key="numNetworks" type="xint" value="1"/>
            <entry key="threads" type="xint" value="0"/>
            <entry key="threads_is_present" type="xboolean" value="false"/>
            <entry key="seed" type="xlong" value="1"/>
            </config>
            <config key="gradients">
            <entry key="clipping" type="xstring" value="NONE"/>
            <entry key="clippingThreshold" type="xdouble" value="1.0"/>
            <entry key="tbpttLength" type="xint" value="0"/>
            <entry key="tbpttLength_is_present" type="xboolean" value="false"/>
            <entry key="teacherForcing" type="xboolean" value="false"/>
            </config>
            <config key="validation">
            <entry key="validationSplit" type="xstring" value="AUTOMATIC"/>
            <entry key="validationFraction" type="xdouble" value="0.0"/>
            <entry key="earlyStopping" type="xboolean" value="false"/>
            <entry key="patience" type="xint" value="10"/>
            <entry key="minDelta" type="xdouble" value="0.0"/>
            <entry key="maxMinutes" type="xdouble" value="0.0"/>
            <entry key="maxMinutes_is_present" type="xboolean" value="false"/>
            </config>
            """
                    .replace("(no columns)\n", NO_COLUMNS);

    @Test
    void savesItsDefaultsUnderKeysThatNeverChange() {
        final var node = new TestNode(new RnnLearnerNodeFactory());
        node.configure(TestTable.airlineSpec());

        assertEquals(SETTINGS, groupsAndEntries(xml(node)));
    }

    @Test
    void loadsWhatItSaved() throws Exception {
        final var node = new TestNode(new RnnLearnerNodeFactory());
        node.configure(TestTable.airlineSpec());
        node.change("sequences", sequences -> sequences.addString("normalization", "MIN_MAX"));
        node.change("training", training -> training.addLong("seed", -7));

        assertEquals("MIN_MAX", node.settings().getNodeSettings("sequences").getString("normalization"));
        assertEquals(-7, node.settings().getNodeSettings("training").getLong("seed"));
        assertEquals("month", node.settings().getNodeSettings("data").getString("orderColumn"));
    }

    @Test
    void refusesNothingOfItsDefaults() throws InvalidSettingsException {
        new RnnLearnerNodeParameters().validate();
    }

    @Test
    void makesItsDefaultsOfTheTrainingDataWhateverTheValidationData() {
        final var node = new TestNode(new RnnLearnerNodeFactory(), "Validation data");

        assertTrue(node.configure(TestTable.airlineSpec(), TestTable.airlineSpec()), node::message);
        assertEquals(SETTINGS, groupsAndEntries(xml(node)));
    }

    /** Leaves out the frame around the settings and the indentation. */
    private static String groupsAndEntries(final String xml) {
        final var lines = Stream.of(xml.split("\n"))
                .map(String::strip)
                .filter(line -> line.startsWith("<config key") || line.startsWith("<entry") || line.equals("</config>"))
                .toArray(String[]::new);
        return Arrays.stream(lines, 0, lines.length - 1).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String xml(final TestNode node) {
        try {
            final var xml = new ByteArrayOutputStream();
            node.settings().saveToXML(xml);
            return xml.toString(StandardCharsets.UTF_8);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
