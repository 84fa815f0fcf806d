package org.rnn4knime.nodes.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;
import org.rnn4knime.engine.model.ClassWeightType;
import org.rnn4knime.engine.model.ClassWeights;
import org.rnn4knime.engine.model.RnnSettings;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.nodes.testing.Settings;
import org.rnn4knime.nodes.testing.SmallModel;
import org.rnn4knime.nodes.testing.TestTable;
import org.rnn4knime.nodes.testing.Weather;

class ClassWeightChecksTest {

    private static final DataTableSpec WEATHER = Weather.table().spec();

    @Test
    void acceptsAColumnOfNumbers() throws InvalidSettingsException {
        ColumnChecks.checkClassWeights(WEATHER, settings("weight"));
        ColumnChecks.checkClassWeights(WEATHER, settings("rain"));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "COLUMN")
    void doesNotLookAtAColumnThatIsNotRead(final ClassWeightType type) throws InvalidSettingsException {
        ColumnChecks.checkClassWeights(WEATHER, settings(new ClassWeights(type, "unknown")));
    }

    @ParameterizedTest
    @CsvSource({
        "'', No class weight column is chosen.",
        "unknown, Class weight column \"unknown\" is not in the table.",
        "wet, 'Class weight column \"wet\" holds Booleans, but weights are numbers.'",
        "sky, 'Class weight column \"sky\" holds text, but weights are numbers.'"
    })
    void namesTheColumnAndThoseToChooseFrom(final String column, final String finding) {
        assertEquals(
                finding + " Choose one of the columns with numbers, or other class weights: \"rain\", \"weight\".",
                refusal(WEATHER, settings(column)));
    }

    @Test
    void saysWhereThereIsNoneToChoose() {
        final var table = TestTable.column("sky", StringCell.TYPE)
                .and("rain", StringCell.TYPE)
                .spec();

        assertEquals(
                "No class weight column is chosen. Choose one of the columns with numbers, or other class weights: the"
                        + " table has none.",
                refusal(table, settings("")));
    }

    @Test
    void refusesASequenceIdThatIsReadAsText() {
        final var table = TestTable.column("id", IntCell.TYPE)
                .and("sky", StringCell.TYPE)
                .and("rain", IntCell.TYPE)
                .spec();
        final var settings = Settings.of(SmallModel.of(SequenceLayout.ROWS, Scope.STEP, "sky", "rain")
                        .by("id"))
                .classWeights(new ClassWeights(ClassWeightType.COLUMN, "id"))
                .get();

        assertEquals(
                "Class weight column \"id\" is a sequence ID column too. Choose another column for one of them.",
                refusal(table, settings));
    }

    private static String refusal(final DataTableSpec table, final RnnSettings settings) {
        return assertThrows(InvalidSettingsException.class, () -> ColumnChecks.checkClassWeights(table, settings))
                .getMessage();
    }

    private static RnnSettings settings(final String column) {
        return settings(new ClassWeights(ClassWeightType.COLUMN, column));
    }

    private static RnnSettings settings(final ClassWeights weights) {
        return Settings.of(SmallModel.of(SequenceLayout.ROWS, Scope.STEP, "sky", "rain"))
                .classWeights(weights)
                .get();
    }
}
