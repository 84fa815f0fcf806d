/** Stand-in of the annotation for lists of nested parameters. */
package org.knime.node.parameters.array;
