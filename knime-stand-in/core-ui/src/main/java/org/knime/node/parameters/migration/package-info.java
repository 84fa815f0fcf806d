/** Stand-in of what reads settings that an older version of a node has saved. */
package org.knime.node.parameters.migration;
