/** Stand-in of the annotations that arrange a dialog. */
package org.knime.node.parameters.layout;
