/** Days of the calendar in cells. */
package org.knime.core.data.time.localdate;
