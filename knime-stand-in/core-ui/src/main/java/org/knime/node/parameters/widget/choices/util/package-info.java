/** Stand-in of ready-made providers of columns. */
package org.knime.node.parameters.widget.choices.util;
