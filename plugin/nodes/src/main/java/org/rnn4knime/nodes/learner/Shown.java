package org.rnn4knime.nodes.learner;

import java.util.function.Predicate;
import java.util.stream.Stream;
import org.knime.core.node.BufferedDataTable;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;

/** When the dialog shows a setting. */
final class Shown {

    private Shown() {}

    /** The choice of the data layout. */
    static final class LayoutReference implements ParameterReference<LayoutChoice> {}

    /** The choice of what is predicted. */
    static final class PredictReference implements ParameterReference<PredictChoice> {}

    /** For some tasks only, by the same rule by which the setting is used. */
    private abstract static class ForTask implements EffectPredicateProvider {

        private final Predicate<Task> m_rule;

        ForTask(final Predicate<Task> rule) {
            m_rule = rule;
        }

        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return Stream.of(PredictChoice.values())
                    .filter(predict -> layouts(predict).length > 0)
                    .map(predict -> i.getEnum(PredictReference.class)
                            .isOneOf(predict)
                            .and(i.getEnum(LayoutReference.class).isOneOf(layouts(predict))))
                    .reduce(EffectPredicate::or)
                    .orElseGet(i::never);
        }

        private LayoutChoice[] layouts(final PredictChoice predict) {
            return Stream.of(LayoutChoice.values())
                    .filter(layout -> m_rule.test(new Task(layout, predict)))
                    .toArray(LayoutChoice[]::new);
        }
    }

    static final class WithTargetColumn extends ForTask {
        WithTargetColumn() {
            super(Task::hasTargetColumn);
        }
    }

    static final class WithFeatures extends ForTask {
        WithFeatures() {
            super(Task::hasFeatures);
        }
    }

    static final class WithKnownFuture extends ForTask {
        WithKnownFuture() {
            super(Task::hasKnownFuture);
        }
    }

    static final class ForRows extends ForTask {
        ForRows() {
            super(Task::isRows);
        }
    }

    static final class ForColumns extends ForTask {
        ForColumns() {
            super(Task::isColumns);
        }
    }

    static final class ForText extends ForTask {
        ForText() {
            super(Task::isText);
        }
    }

    static final class ForForecasts extends ForTask {
        ForForecasts() {
            super(Task::isForecast);
        }
    }

    static final class WithNumbers extends ForTask {
        WithNumbers() {
            super(Task::hasNumbers);
        }
    }

    static final class WhereWindowsSlide extends ForTask {
        WhereWindowsSlide() {
            super(Task::slides);
        }
    }

    static final class WhereSequencesAreCut extends ForTask {
        WhereSequencesAreCut() {
            super(Task::isCut);
        }
    }

    static final class WhereSequencesAreWhole extends ForTask {
        WhereSequencesAreWhole() {
            super(Task::isWhole);
        }
    }

    static final class WhereStepsAreSummedUp extends ForTask {
        WhereStepsAreSummedUp() {
            super(Task::isSummedUp);
        }
    }

    /** While nothing else is there to be measured by. */
    static final class WithoutValidationTable implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getConstant(WithoutValidationTable::isMissing);
        }

        private static boolean isMissing(final NodeParametersInput input) {
            return Stream.of(input.getInPortTypes())
                            .filter(BufferedDataTable.TYPE::equals)
                            .count()
                    < 2;
        }
    }
}
