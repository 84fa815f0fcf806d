/** Preconditions. */
package org.knime.core.node.util;
