package org.rnn4knime.nodes.learner;

import java.util.function.Predicate;
import java.util.stream.Stream;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortType;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.rnn4knime.nodes.port.RnnModelPortObject;

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

    /** Where a choice has been made. */
    abstract static class WhereChosen<E extends Enum<E>> implements EffectPredicateProvider {

        private final Class<? extends ParameterReference<E>> m_reference;

        private final E[] m_values;

        /**
         * @param reference the choice
         * @param values any of which it has
         */
        @SafeVarargs
        WhereChosen(final Class<? extends ParameterReference<E>> reference, final E... values) {
            m_reference = reference;
            m_values = values.clone();
        }

        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(m_reference).isOneOf(m_values);
        }
    }

    /** While nothing else is there to be measured by. */
    static final class WithoutValidationTable implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getConstant(input -> ports(input, BufferedDataTable.TYPE) < 2);
        }
    }

    /** While there is a port for a model to continue. */
    static final class WithModel implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getConstant(input -> ports(input, RnnModelPortObject.TYPE) > 0);
        }
    }

    /** While a model begins anew. */
    static final class WithoutModel implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getPredicate(WithModel.class).negate();
        }
    }

    private static long ports(final NodeParametersInput input, final PortType type) {
        return Stream.of(input.getInPortTypes()).filter(type::equals).count();
    }
}
