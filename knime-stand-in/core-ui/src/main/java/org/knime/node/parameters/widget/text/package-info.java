/** Stand-in of text fields and their checks. */
package org.knime.node.parameters.widget.text;
