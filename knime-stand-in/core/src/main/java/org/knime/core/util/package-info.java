/** Helpers for names. */
package org.knime.core.util;
