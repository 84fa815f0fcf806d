/** Stand-in of the root of the checks that a dialog makes. */
package org.knime.node.parameters.validation;
