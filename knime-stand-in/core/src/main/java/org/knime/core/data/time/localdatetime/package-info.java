/** Days with a time of day as a value; its cells are those of bundle org.knime.time. */
package org.knime.core.data.time.localdatetime;
