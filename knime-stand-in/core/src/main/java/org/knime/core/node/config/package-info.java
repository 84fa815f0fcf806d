/** Trees of settings with KNIME's types of data. */
package org.knime.core.node.config;
