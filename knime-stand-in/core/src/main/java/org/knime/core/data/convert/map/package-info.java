/** Types that stand only in the signatures of others, so they declare nothing. */
package org.knime.core.data.convert.map;
