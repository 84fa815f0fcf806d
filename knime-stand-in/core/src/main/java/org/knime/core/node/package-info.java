/** Nodes, their life cycle, their settings and their tables. */
package org.knime.core.node;
