/** Stand-in of the classes that describe the settings of a node and their dialog. */
package org.knime.node.parameters;
