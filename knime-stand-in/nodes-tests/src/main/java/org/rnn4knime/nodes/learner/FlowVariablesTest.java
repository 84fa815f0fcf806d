package org.rnn4knime.nodes.learner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.rnn4knime.nodes.testing.FlowVariable;
import org.rnn4knime.nodes.testing.TestTable;

/** Lets a flow variable set each setting of the learner, one after the other, and sees it in what the engine is given. */
class FlowVariablesTest {

    /**
     * A setting and a value of it; where it is seen in the settings of the engine, and what is seen there; other settings, without which it is
     * not used.
     */
    private static final String SETTINGS =
            """
            data/layout | COLUMNS | data.layout | COLUMNS | data/predict=SEQUENCE, FEATURES=other;weight
            data/predict | STEP | data.predict | STEP |
            data/targetColumn | other | data.targetColumn | other |
            data/textColumn | text | data.targetColumn | text | data/layout=TEXT, data/textColumn=id
            data/tokens | WORDS | data.tokenizer.tokens | WORDS |
            data/lowerCase | true | data.tokenizer.lowerCase | true |
            data/orderColumn | when | data.orderColumn | Optional[when] | data/orderColumn_is_present=true
            data/orderColumn_is_present | true | data.orderColumn | Optional[when] | data/orderColumn=when
            data/featuresPerStep | 2 | data.featuresPerStep | 2 | data/layout=COLUMNS, data/predict=SEQUENCE, FEATURES=other;weight
            data/missingValues | SKIP | data.missingValues | SKIP |
            data/unknownValues | READ_AS_UNKNOWN | data.unknownValues | READ_AS_UNKNOWN |
            sequences/sequenceLength | 7 | sequences.sequenceLength | 7 |
            sequences/stride | 3 | sequences.stride | Optional[3] | sequences/stride_is_present=true, sequences/stride=2
            sequences/stride_is_present | true | sequences.stride | Optional[3] | sequences/stride=3
            sequences/maximumLength | 9 | sequences.maximumLength | Optional[9] | sequences/maximumLength_is_present=true, sequences/maximumLength=8
            sequences/maximumLength_is_present | true | sequences.maximumLength | Optional[9] | sequences/maximumLength=9
            sequences/beyondMaximum | SPLIT | sequences.beyondMaximum | SPLIT |
            sequences/forecastMode | DIRECT | sequences.forecastMode | DIRECT |
            sequences/horizon | 5 | sequences.horizon | 5 |
            sequences/normalization | MIN_MAX | encoding.normalization | MIN_MAX |
            sequences/targetTransform/log | true | encoding.targetTransform.logarithm | true |
            sequences/targetTransform/difference | true | encoding.targetTransform.difference | true |
            TRANSFORM/season | 12 | encoding.targetTransform.season | Optional[12] | TRANSFORM/season_is_present=true, TRANSFORM/season=7
            TRANSFORM/season_is_present | true | encoding.targetTransform.season | Optional[12] | TRANSFORM/season=12
            sequences/targetTransform/windowLevel | MEAN | encoding.targetTransform.windowLevel | MEAN |
            VOCABULARY | 9 | encoding.vocabulary.maximumSize | Optional[9] | VOCABULARY_is_present=true, VOCABULARY=8
            VOCABULARY_is_present | true | encoding.vocabulary.maximumSize | Optional[9] | VOCABULARY=9
            sequences/minimumCount | 3 | encoding.vocabulary.minimumCount | 3 |
            network/cellType | GRU | network.cellType | GRU |
            network/activation | RELU | network.activation | RELU | network/cellType=ELMAN
            network/hiddenUnits | 9 | network.hiddenUnits | 9 |
            network/numLayers | 2 | network.numLayers | 2 |
            network/bidirectional | true | network.bidirectional | true |
            network/summary | MEAN | network.summary | MEAN |
            network/dropout | 0.25 | network.dropout | 0.25 |
            network/convolution | true | network.convolution | Optional[Convolution[filters=32, kernelSize=5, poolingSize=2]] |
            network/filters | 8 | network.convolution | Optional[Convolution[filters=8, kernelSize=5, poolingSize=2]] | network/convolution=true
            network/kernelSize | 3 | network.convolution | Optional[Convolution[filters=32, kernelSize=3, poolingSize=2]] | network/convolution=true
            network/poolingSize | 1 | network.convolution | Optional[Convolution[filters=32, kernelSize=5, poolingSize=1]] | network/convolution=true
            network/embeddingSize | 4 | encoding.embeddingSize | 4 |
            network/embedAbove | 6 | encoding.mostOneHot | 6 |
            training/continueWith | FRESH | keepsOptimizer | false |
            training/epochs | 3 | training.epochs | 3 |
            training/batchSize | 5 | training.batchSize | 5 |
            training/optimizer | RMSPROP | training.optimizer.type | RMSPROP |
            training/weightDecay | 0.25 | training.optimizer.weightDecay | 0.25 | training/optimizer=ADAMW
            training/momentum | 0.5 | training.optimizer.momentum | 0.5 | training/optimizer=SGD
            training/nesterov | true | training.optimizer.nesterov | true | training/optimizer=SGD
            training/findLearningRate | true | training.learningRate.find | true |
            training/learningRate | 0.125 | training.learningRate.rate | 0.125 |
            SCHEDULE/schedule | COSINE | training.learningRate.schedule.type | COSINE |
            SCHEDULE/scheduleFactor | 0.25 | training.learningRate.schedule.factor | 0.25 | SCHEDULE/schedule=STEP
            SCHEDULE/stepEpochs | 3 | training.learningRate.schedule.stepEpochs | 3 | SCHEDULE/schedule=STEP
            SCHEDULE/warmupEpochs | 3 | training.learningRate.schedule.warmupEpochs | 3 | SCHEDULE/schedule=COSINE
            SCHEDULE/plateauPatience | 3 | training.learningRate.schedule.patience | 3 | SCHEDULE/schedule=PLATEAU
            training/classWeights | BALANCED | training.classWeights.type | BALANCED | data/targetColumn=text
            WEIGHTS | weight | training.classWeights.column | weight | data/targetColumn=text, training/classWeights=COLUMN, WEIGHTS=other
            training/numNetworks | 5 | training.numNetworks | 5 |
            training/threads | 3 | threads | 3 | training/threads_is_present=true, training/threads=2
            training/threads_is_present | true | threads | 1000 | training/threads=1000
            training/seed | -7 | training.seed | -7 |
            gradients/clipping | VALUE | training.clipping.type | VALUE |
            gradients/clippingThreshold | 2.5 | training.clipping.threshold | 2.5 | gradients/clipping=GLOBAL_NORM
            TBPTT | 6 | training.backPropagation.tbpttLength | Optional[6] | TBPTT_is_present=true, TBPTT=5
            TBPTT_is_present | true | training.backPropagation.tbpttLength | Optional[6] | TBPTT=6
            gradients/teacherForcing | true | training.backPropagation.teacherForcing | true | network/cellType=JORDAN
            validation/validationSplit | IN_TIME | training.validation.split | IN_TIME |
            FRACTION | 0.25 | training.validation.fraction | 0.25 |
            EARLY | true | training.stopping.early | Optional[EarlyStopping[patience=10, minDelta=0.0]] | FRACTION=0.2
            validation/patience | 3 | training.stopping.early | Optional[EarlyStopping[patience=3, minDelta=0.0]] | FRACTION=0.2, EARLY=true
            validation/minDelta | 0.5 | training.stopping.early | Optional[EarlyStopping[patience=10, minDelta=0.5]] | FRACTION=0.2, EARLY=true
            MINUTES | 1.5 | training.stopping.maxMinutes | Optional[1.5] | MINUTES_is_present=true, MINUTES=2.5
            MINUTES_is_present | true | training.stopping.maxMinutes | Optional[1.5] | MINUTES=1.5
            """;

    /** The same of each choice of columns: several names have semicolons between. */
    private static final String FILTER =
            """
            FILTER/mode | REGEX | SEEN | [text] | PATTERN/pattern=te.t
            PATTERN/pattern | te.t | SEEN | [text] | FILTER/mode=REGEX
            PATTERN/isCaseSensitive | true | SEEN | [] | FILTER/mode=REGEX, PATTERN/pattern=TE.T
            PATTERN/isInverted | true | SEEN | [OTHERS] | FILTER/mode=REGEX, PATTERN/pattern=te.t
            MANUAL/manuallySelected | text | SEEN | [text] |
            MANUAL/manuallyDeselected | id;when;other;weight;number | SEEN | [text] | MANUAL/includeUnknownColumns=true
            MANUAL/includeUnknownColumns | true | SEEN | [OTHERS, text] |
            FILTER/typeFilter/selectedTypes | org.knime.core.data.StringValue | SEEN | [id, text] | FILTER/mode=TYPE
            """;

    private static final DataTableSpec TABLE = TestTable.column("id", StringCell.TYPE)
            .and("when", IntCell.TYPE)
            .and("number", DoubleCell.TYPE)
            .and("other", DoubleCell.TYPE)
            .and("weight", DoubleCell.TYPE)
            .and("text", StringCell.TYPE)
            .spec();

    /** One line of the tables above. */
    private record Row(FlowVariable variable, String seen, String expected, List<FlowVariable> context) {

        static Row of(final String line) {
            final var cells = line.split(" \\|", -1);
            final var context = Stream.of(cells[4].split(","))
                    .map(String::strip)
                    .filter(setting -> !setting.isEmpty())
                    .map(setting -> new FlowVariable(setting.split("=")[0], setting.split("=")[1]))
                    .toList();
            final var variable = new FlowVariable(cells[0], cells[1].strip());
            return new Row(variable, cells[2].strip(), cells[3].strip(), context);
        }

        @Override
        public String toString() {
            return variable.path();
        }
    }

    static Stream<Row> rows() {
        return Stream.of(
                        SETTINGS.replace("FEATURES", "data/featureColumns/manualFilter/manuallySelected")
                                .replace("TRANSFORM", "sequences/targetTransform")
                                .replace("VOCABULARY", "sequences/maximumVocabulary")
                                .replace("SCHEDULE", "training/learningRateSchedule")
                                .replace("WEIGHTS", "training/classWeightColumn")
                                .replace("TBPTT", "gradients/tbpttLength")
                                .replace("FRACTION", "validation/validationFraction")
                                .replace("EARLY", "validation/earlyStopping")
                                .replace("MINUTES", "validation/maxMinutes"),
                        filter("featureColumns", "id, when, other, weight"),
                        filter("knownFutureColumns", "id, when, other, weight"),
                        filter("sequenceIdColumns", "id, when"))
                .flatMap(String::lines)
                .map(Row::of);
    }

    private static String filter(final String key, final String others) {
        return FILTER.replace("PATTERN", "FILTER/patternFilter")
                .replace("MANUAL", "FILTER/manualFilter")
                .replace("FILTER", "data/" + key)
                .replace("SEEN", "data." + key)
                .replace("OTHERS", others);
    }

    @Test
    void knowsEverySetting() {
        final var known = rows().map(Row::toString).collect(Collectors.toCollection(TreeSet::new));

        assertEquals(new TreeSet<>(FlowVariable.paths(new RnnLearnerNodeParameters())), known);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void setsEachSettingByAFlowVariable(final Row row) throws Exception {
        final var variables = new ArrayList<>(FlowVariable.list("data/targetColumn", "number"));
        variables.addAll(row.context);
        assertNotEquals(row.expected, seen(row.seen, variables));

        variables.add(row.variable);
        assertEquals(row.expected, seen(row.seen, variables));
    }

    /** Returns what the learner makes of its settings, at a place in the settings of the engine or beside them. */
    private static String seen(final String place, final List<FlowVariable> variables) throws Exception {
        final var parameters = FlowVariable.load(new RnnLearnerNodeParameters(), variables);
        if (place.equals("threads")) {
            return String.valueOf(parameters.m_training.threads());
        }
        if (place.equals("keepsOptimizer")) {
            return String.valueOf(parameters.m_training.keepsOptimizer());
        }
        Object value = parameters.toSettings(TABLE, false);
        for (final var component : place.split("\\.")) {
            value = value.getClass().getMethod(component).invoke(value);
        }
        return value.toString();
    }
}
