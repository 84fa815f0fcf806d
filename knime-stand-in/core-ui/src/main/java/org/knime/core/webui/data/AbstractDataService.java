package org.knime.core.webui.data;

/** The root of the services. */
public abstract class AbstractDataService implements DataService {

    AbstractDataService() {}

    /** The root of the builders. */
    public abstract static class AbstractDataServiceBuilder implements DataServiceBuilder {}
}
