/** Stand-in of the views of nodes. */
package org.knime.core.webui.node.view;
