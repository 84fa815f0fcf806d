/** Small values. */
package org.knime.core.util;
