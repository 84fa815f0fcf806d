package org.knime.node.parameters.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.knime.core.node.NodeSettingsRO;
import org.rnn4knime.standin.parameters.KeyPath;
import org.rnn4knime.standin.parameters.NewKeysAbsent;

/** One older form of the settings: how it is recognized and how the value is read from it. */
public final class ConfigMigration<T> {

    private final Predicate<NodeSettingsRO> m_matcher;

    private final ParametersLoader<T> m_loader;

    private ConfigMigration(final Predicate<NodeSettingsRO> matcher, final ParametersLoader<T> loader) {
        m_matcher = matcher;
        m_loader = loader;
    }

    public static <T> Builder<T> builder(final ParametersLoader<T> loader) {
        return new Builder<>(loader);
    }

    public Predicate<NodeSettingsRO> getMatcher() {
        return m_matcher;
    }

    public ParametersLoader<T> getLoader() {
        return m_loader;
    }

    /** Collects what recognizes the older form. */
    public static final class Builder<T> {

        private final ParametersLoader<T> m_loader;

        private final List<KeyPath> m_deprecatedPaths = new ArrayList<>();

        private Optional<Predicate<NodeSettingsRO>> m_matcher = Optional.empty();

        public Builder(final ParametersLoader<T> loader) {
            m_loader = Objects.requireNonNull(loader);
        }

        /** Adds a key, as a path, that the older form has and the present one has not. */
        public Builder<T> withDeprecatedConfigPath(final String... configKeys) {
            m_deprecatedPaths.add(new KeyPath(List.of(configKeys)));
            return this;
        }

        /** Without a matcher all deprecated keys must be there; without these the field's own keys must be absent. */
        public ConfigMigration<T> build() {
            return new ConfigMigration<>(m_matcher.orElseGet(this::matcherByKeys), m_loader);
        }

        private Predicate<NodeSettingsRO> matcherByKeys() {
            if (m_deprecatedPaths.isEmpty()) {
                return NewKeysAbsent.MATCHER;
            }
            final var paths = List.copyOf(m_deprecatedPaths);
            return settings -> paths.stream().allMatch(path -> path.isIn(settings));
        }
    }
}
