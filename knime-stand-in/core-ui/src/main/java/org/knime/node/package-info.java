/** Stand-in of the API by which a node is described in one go: words, ports, model, view. */
package org.knime.node;
