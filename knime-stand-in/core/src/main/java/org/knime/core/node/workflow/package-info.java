/** Types of KNIME's workflow manager that other signatures name, without members. */
package org.knime.core.node.workflow;
