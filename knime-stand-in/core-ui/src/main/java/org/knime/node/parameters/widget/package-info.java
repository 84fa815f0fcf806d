/** Stand-in of the annotations that choose a widget for a field. */
package org.knime.node.parameters.widget;
