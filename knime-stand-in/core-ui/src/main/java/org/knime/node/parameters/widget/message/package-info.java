/** Stand-in of messages that a dialog shows. */
package org.knime.node.parameters.widget.message;
