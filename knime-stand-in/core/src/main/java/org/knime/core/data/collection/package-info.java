/** Cells that hold many cells. */
package org.knime.core.data.collection;
