/** Stand-in of what lets the settings of a dialog depend on each other and on the node's input. */
package org.knime.node.parameters.updates;
