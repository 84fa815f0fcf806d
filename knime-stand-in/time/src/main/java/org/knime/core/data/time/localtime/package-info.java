/** Times of day in cells. */
package org.knime.core.data.time.localtime;
