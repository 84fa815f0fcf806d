/** Stand-in of the annotations and providers for choices. */
package org.knime.node.parameters.widget.choices;
