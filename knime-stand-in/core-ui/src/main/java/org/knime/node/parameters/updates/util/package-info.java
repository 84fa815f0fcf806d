/** Stand-in of ready-made references. */
package org.knime.node.parameters.updates.util;
