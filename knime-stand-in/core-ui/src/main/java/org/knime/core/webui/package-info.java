/** Stand-in of what views and dialogs have in common. */
package org.knime.core.webui;
