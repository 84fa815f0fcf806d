package org.rnn4knime.nodes.learner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.parameters.NodeParametersInput;
import org.rnn4knime.engine.encoding.Normalization;
import org.rnn4knime.nodes.testing.TestNode;
import org.rnn4knime.nodes.testing.TestTable;
import org.rnn4knime.standin.parameters.ParametersInput;

class RnnLearnerNodeParametersTest {

    /** What saved workflows hold: a changed key makes them useless. */
    private static final String SETTINGS =
            """
            <config key="data">
            <entry key="layout" type="xstring" value="ROWS"/>
            <entry key="predict" type="xstring" value="FUTURE"/>
            <entry key="targetColumn" type="xstring" value="passengers"/>
            <config key="sequenceIdColumns">
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
            </config>
            <entry key="orderColumn" type="xstring" value="month"/>
            <entry key="orderColumn_is_present" type="xboolean" value="true"/>
            </config>
            <config key="sequences">
            <entry key="sequenceLength" type="xint" value="24"/>
            <entry key="normalization" type="xstring" value="Z_SCORE"/>
            <config key="targetTransform">
            <entry key="log" type="xboolean" value="false"/>
            <entry key="difference" type="xboolean" value="false"/>
            </config>
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
            </config>
            <config key="training">
            <entry key="epochs" type="xint" value="40"/>
            <entry key="batchSize" type="xint" value="32"/>
            <entry key="learningRate" type="xdouble" value="0.005"/>
            <entry key="validationFraction" type="xdouble" value="0.0"/>
            <entry key="seed" type="xlong" value="1"/>
            </config>
            """;

    @Test
    void savesItsDefaultsUnderKeysThatNeverChange() throws IOException {
        final var node = new TestNode(new RnnLearnerNodeFactory());
        node.configure(TestTable.airlineSpec());

        final var xml = new ByteArrayOutputStream();
        node.settings().saveToXML(xml);

        assertEquals(SETTINGS, groupsAndEntries(xml.toString(StandardCharsets.UTF_8)));
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
    void hasDefaultsWithoutATableToo() {
        final var parameters = new RnnLearnerNodeParameters();

        assertEquals("", parameters.m_data.m_targetColumn);
        assertTrue(parameters.m_data.m_orderColumn.isEmpty());
    }

    @Test
    void offersOnlyColumnsThatFit() {
        final var columns = TestTable.column("text", StringCell.TYPE)
                .and("whole", IntCell.TYPE)
                .and("number", DoubleCell.TYPE)
                .and("list", ListCell.getCollectionType(DoubleCell.TYPE));
        final var input = input(columns.spec());

        assertEquals(List.of("whole", "number"), names(new InputDataParameters.NumericColumns().columnChoices(input)));
        assertEquals(List.of("text", "whole"), names(new InputDataParameters.SequenceIdColumns().columnChoices(input)));
        assertEquals(
                List.of("text", "whole", "number"), names(new InputDataParameters.OrderColumns().columnChoices(input)));
    }

    @Test
    void offersTheGuessedOrderColumnWhereTheUserSwitchesItOn() {
        final var provider = new InputDataParameters.DefaultOrderColumn();

        assertEquals("month", provider.computeState(input(TestTable.airlineSpec())));
        assertEquals("", provider.computeState(input(new DataTableSpec())));
    }

    @ParameterizedTest
    @EnumSource
    void offersEveryNormalizationOfTheEngine(final Normalization normalization) {
        assertEquals(
                normalization.name(),
                SequenceParameters.NormalizationChoice.valueOf(normalization.name())
                        .name());
    }

    @Test
    void givesEachNormalizationToTheEngineAsWhatItIsCalled() {
        final var sequences = new SequenceParameters();

        for (final var choice : SequenceParameters.NormalizationChoice.values()) {
            sequences.m_normalization = choice;
            assertEquals(
                    choice.name(),
                    sequences.toEncodingSettings().normalization().name());
        }
    }

    private static NodeParametersInput input(final DataTableSpec table) {
        return new ParametersInput(
                new PortType[] {BufferedDataTable.TYPE}, new PortType[0], new PortObjectSpec[] {table});
    }

    private static List<String> names(final List<DataColumnSpec> columns) {
        return columns.stream().map(DataColumnSpec::getName).toList();
    }

    /** Leaves out the frame around the settings and the indentation. */
    private static String groupsAndEntries(final String xml) {
        final var lines = Stream.of(xml.split("\n"))
                .map(String::strip)
                .filter(line -> line.startsWith("<config key") || line.startsWith("<entry") || line.equals("</config>"))
                .toArray(String[]::new);
        return Arrays.stream(lines, 0, lines.length - 1).collect(Collectors.joining("\n", "", "\n"));
    }
}
