/** Stand-in of the filters of columns and their widgets. */
package org.knime.node.parameters.widget.choices.filter;
