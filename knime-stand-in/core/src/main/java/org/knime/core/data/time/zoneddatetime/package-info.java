/** Points in time of a zone as a value; its cells are those of bundle org.knime.time. */
package org.knime.core.data.time.zoneddatetime;
