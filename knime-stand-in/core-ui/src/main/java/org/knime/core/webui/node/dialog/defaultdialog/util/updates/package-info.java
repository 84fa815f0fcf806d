/** Stand-in of the failure of a state provider. */
package org.knime.core.webui.node.dialog.defaultdialog.util.updates;
