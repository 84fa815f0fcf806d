/** Stand-in of pages and the files that they consist of. */
package org.knime.core.webui.page;
