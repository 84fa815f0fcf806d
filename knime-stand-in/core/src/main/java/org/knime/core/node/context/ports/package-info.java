/** The ports that a node is created with, in named groups. */
package org.knime.core.node.context.ports;
