/** Stand-in of the services by which a page gets data. */
package org.knime.core.webui.data;
