package org.knime.core.data.container;

/** How a container treats its rows: whether row IDs are checked, and how the columns' domains come about. */
public final class DataContainerSettings {
    private static final DataContainerSettings DEFAULT = new DataContainerSettings(true, true, true, 60);

    private final boolean checkDuplicateRowKeys;
    private final boolean enableDomainUpdate;
    private final boolean initializeDomain;
    private final int maxDomainValues;

    DataContainerSettings(
            final boolean checkDuplicateRowKeys,
            final boolean enableDomainUpdate,
            final boolean initializeDomain,
            final int maxDomainValues) {
        this.checkDuplicateRowKeys = checkDuplicateRowKeys;
        this.enableDomainUpdate = enableDomainUpdate;
        this.initializeDomain = initializeDomain;
        this.maxDomainValues = maxDomainValues;
    }

    public static Builder builder() {
        return internalBuilder();
    }

    public static InternalBuilder internalBuilder() {
        return internalBuilder(DEFAULT);
    }

    public static InternalBuilder internalBuilder(final DataContainerSettings settings) {
        return new SettingsBuilder(settings);
    }

    public boolean isCheckDuplicateRowKeys() {
        return checkDuplicateRowKeys;
    }

    /** {@return whether the domains follow the rows} */
    public boolean isEnableDomainUpdate() {
        return enableDomainUpdate;
    }

    /** {@return whether the domains start with those of the spec} */
    public boolean isInitializeDomain() {
        return initializeDomain;
    }

    /** {@return how many possible values a column may have before they count as unknown} */
    public int getMaxDomainValues() {
        return maxDomainValues;
    }

    /** What any node may set. */
    public sealed interface Builder permits InternalBuilder {
        Builder withCheckDuplicateRowKeys(boolean enable);

        Builder withDomainUpdate(boolean enable);

        Builder withInitializedDomain(boolean enable);

        DataContainerSettings build();
    }

    /** What KNIME itself sets besides. */
    public sealed interface InternalBuilder extends Builder permits SettingsBuilder {
        @Override
        InternalBuilder withCheckDuplicateRowKeys(boolean enable);

        @Override
        InternalBuilder withDomainUpdate(boolean enable);

        @Override
        InternalBuilder withInitializedDomain(boolean enable);

        InternalBuilder withMaxDomainValues(int count);
    }

    private static final class SettingsBuilder implements InternalBuilder {
        private boolean checkDuplicateRowKeys;
        private boolean enableDomainUpdate;
        private boolean initializeDomain;
        private int maxDomainValues;

        SettingsBuilder(final DataContainerSettings settings) {
            checkDuplicateRowKeys = settings.checkDuplicateRowKeys;
            enableDomainUpdate = settings.enableDomainUpdate;
            initializeDomain = settings.initializeDomain;
            maxDomainValues = settings.maxDomainValues;
        }

        @Override
        public InternalBuilder withCheckDuplicateRowKeys(final boolean enable) {
            checkDuplicateRowKeys = enable;
            return this;
        }

        @Override
        public InternalBuilder withDomainUpdate(final boolean enable) {
            enableDomainUpdate = enable;
            return this;
        }

        @Override
        public InternalBuilder withInitializedDomain(final boolean enable) {
            initializeDomain = enable;
            return this;
        }

        @Override
        public InternalBuilder withMaxDomainValues(final int count) {
            maxDomainValues = count;
            return this;
        }

        @Override
        public DataContainerSettings build() {
            return new DataContainerSettings(
                    checkDuplicateRowKeys, enableDomainUpdate, initializeDomain, maxDomainValues);
        }
    }
}
