/** Trees of settings and their files, without KNIME's types of data. */
package org.knime.core.node.config.base;
