/** KNIME's tables: cells and their types, rows, and the specs that tell about the columns before their data. */
package org.knime.core.data;
