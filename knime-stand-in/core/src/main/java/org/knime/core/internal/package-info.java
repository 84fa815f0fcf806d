/** Types of KNIME that other signatures name, without members. */
package org.knime.core.internal;
