/** Days with a time of day in cells. */
package org.knime.core.data.time.localdatetime;
