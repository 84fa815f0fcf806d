/** Stand-in of the checks of column names. */
package org.knime.node.parameters.widget.text.util;
