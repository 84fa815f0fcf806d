/** Stand-in of number fields and their bounds. */
package org.knime.node.parameters.widget.number;
