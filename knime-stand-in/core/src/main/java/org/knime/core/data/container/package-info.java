/** Writing tables row by row, and making a table from another by moving, dropping and computing columns. */
package org.knime.core.data.container;
