/** Points in time of a zone in cells. */
package org.knime.core.data.time.zoneddatetime;
