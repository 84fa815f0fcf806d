/** Stand-in of the classes that annotations name by default. */
package org.knime.core.webui.node.dialog.defaultdialog.widget.updates;
