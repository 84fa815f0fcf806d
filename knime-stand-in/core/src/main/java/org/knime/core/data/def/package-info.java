/** The cells and rows that KNIME itself makes. */
package org.knime.core.data.def;
