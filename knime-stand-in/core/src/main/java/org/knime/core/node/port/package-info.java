/** Port objects and their specs, their types, and how they are written to files. */
package org.knime.core.node.port;
