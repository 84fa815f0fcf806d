package org.rnn4knime.nodes.learner;

import java.util.Optional;
import java.util.stream.Stream;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.rnn4knime.nodes.port.RnnModelPortObject;
import org.rnn4knime.nodes.port.RnnModelPortObjectSpec;

/**
 * What comes in at the ports of the learner. The training table is always the first; KNIME does not say which of the other ports the user
 * added, but what they carry does.
 *
 * @param <T> tables, or what is known of them
 * @param <M> models, or what is known of them
 * @param training to learn from
 * @param validation to be measured by, if the user added its port
 * @param model to continue, if the user added its port
 */
record LearnerPorts<T, M>(Optional<T> training, Optional<T> validation, Optional<M> model) {

    /** Returns what is known of each input; null stands for nothing. */
    static LearnerPorts<DataTableSpec, RnnModelPortObjectSpec> of(final PortObjectSpec[] specs) {
        return of(specs, DataTableSpec.class, RnnModelPortObjectSpec.class);
    }

    /** Returns each input. */
    static LearnerPorts<BufferedDataTable, RnnModelPortObject> of(final PortObject[] objects) {
        return of(objects, BufferedDataTable.class, RnnModelPortObject.class);
    }

    private static <T, M> LearnerPorts<T, M> of(final Object[] ports, final Class<T> table, final Class<M> model) {
        return new LearnerPorts<>(
                Stream.of(ports)
                        .limit(1)
                        .filter(table::isInstance)
                        .map(table::cast)
                        .findFirst(),
                Stream.of(ports)
                        .skip(1)
                        .filter(table::isInstance)
                        .map(table::cast)
                        .findFirst(),
                Stream.of(ports)
                        .skip(1)
                        .filter(model::isInstance)
                        .map(model::cast)
                        .findFirst());
    }
}
