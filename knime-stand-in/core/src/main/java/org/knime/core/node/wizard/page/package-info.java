/** Stand-in of what views have in common with the parts of data apps. */
package org.knime.core.node.wizard.page;
