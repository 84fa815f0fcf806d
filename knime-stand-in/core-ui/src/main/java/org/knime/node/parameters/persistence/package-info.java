/** Stand-in of what decides how parameters are written into node settings. */
package org.knime.node.parameters.persistence;
