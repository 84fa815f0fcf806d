/** Stand-in of what declares the dialog of a node. */
package org.knime.core.webui.node.dialog;
