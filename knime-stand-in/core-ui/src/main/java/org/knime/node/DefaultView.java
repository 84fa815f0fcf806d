package org.knime.node;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.FluentNodeAPI;
import org.knime.core.node.port.PortObject;
import org.knime.core.webui.data.InitialDataService;
import org.knime.core.webui.data.InitialDataService.Serializer;
import org.knime.core.webui.page.Page;
import org.knime.core.webui.page.Page.RequireFromFileOrString;
import org.knime.node.parameters.NodeParameters;

/** The view of a node: a page and the data with which it starts. */
public final class DefaultView implements FluentNodeAPI {

    private final Optional<Class<? extends NodeParameters>> m_parametersClass;

    private final String m_description;

    private final Page m_page;

    private Optional<DefaultInitialData<?>> m_initialData = Optional.empty();

    private DefaultView(
            final Optional<Class<? extends NodeParameters>> parametersClass,
            final String description,
            final Page page) {
        m_parametersClass = parametersClass;
        m_description = description;
        m_page = page;
    }

    static RequireViewParameters create() {
        return parametersClass -> description ->
                page -> new DefaultView(Optional.ofNullable(parametersClass), description, page.apply(Page.create()));
    }

    /** Gives the page its first data. */
    public <D> DefaultView initialData(final Function<RequireInitialData, DefaultInitialData<D>> initialData) {
        m_initialData = Optional.of(initialData.apply(new RequireInitialData() {

            @Override
            public <T> DefaultInitialData<T> data(final Function<ViewInput, T> data) {
                return new DefaultInitialData<>(data);
            }
        }));
        return this;
    }

    Optional<Class<? extends NodeParameters>> parametersClass() {
        return m_parametersClass;
    }

    String description() {
        return m_description;
    }

    Page page() {
        return m_page;
    }

    Optional<DefaultInitialData<?>> initialData() {
        return m_initialData;
    }

    /** The root of the services of a view. */
    abstract static class AbstractDataService<T> {}

    /** The data with which the page starts. */
    public static final class DefaultInitialData<D> extends AbstractDataService<DefaultInitialData<D>>
            implements FluentNodeAPI {

        private final Function<ViewInput, D> m_data;

        private Optional<Serializer<D>> m_serializer = Optional.empty();

        private DefaultInitialData(final Function<ViewInput, D> data) {
            m_data = data;
        }

        /**
         * Replaces the usual mapping of Java to JSON.
         *
         * @throws IllegalStateException if a serializer was given before
         */
        public DefaultInitialData<D> serializer(final Serializer<D> serializer) {
            if (m_serializer.isPresent()) {
                throw new IllegalStateException("The serializer of the initial data was given before.");
            }
            m_serializer = Optional.of(serializer);
            return this;
        }

        InitialDataService<D> service(final ViewInput input) {
            final var builder = InitialDataService.builder(() -> m_data.apply(input));
            m_serializer.ifPresent(builder::serializer);
            return builder.build();
        }
    }

    /** The stage that asks for the parameters. */
    public interface RequireViewParameters {

        RequireDescription parametersClass(Class<? extends NodeParameters> parametersClass);

        default RequireDescription withoutParameters() {
            return parametersClass(null);
        }
    }

    /** The stage that asks for the description. */
    public interface RequireDescription {

        RequirePage description(String description);
    }

    /** The stage that asks for the page. */
    public interface RequirePage {

        DefaultView page(Function<RequireFromFileOrString, Page> page);
    }

    /** The stage that asks for the initial data. */
    public interface RequireInitialData {

        <D> DefaultInitialData<D> data(Function<ViewInput, D> data);
    }

    /** What is known when the view opens. */
    public interface ViewInput {

        /** The view's own parameters, not the model's. */
        <S extends NodeParameters> S getParameters();

        PortObject[] getInternalPortObjects();

        /** Fails with a ClassCastException where the internal data are no table. */
        default BufferedDataTable[] getInternalTables() {
            return Arrays.stream(getInternalPortObjects())
                    .map(BufferedDataTable.class::cast)
                    .toArray(BufferedDataTable[]::new);
        }
    }
}
