/** Exceptions that settings can end in. */
package org.knime.core.node;
