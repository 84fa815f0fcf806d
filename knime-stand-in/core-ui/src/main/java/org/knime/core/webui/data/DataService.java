package org.knime.core.webui.data;

/** Something by which a page gets data. */
public interface DataService {

    /** Makes a service. */
    interface DataServiceBuilder {}
}
