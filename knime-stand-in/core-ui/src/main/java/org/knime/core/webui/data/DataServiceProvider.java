package org.knime.core.webui.data;

import java.util.Optional;

/** Has the services of a page. */
public interface DataServiceProvider {

    <D> Optional<InitialDataService<D>> createInitialDataService();
}
