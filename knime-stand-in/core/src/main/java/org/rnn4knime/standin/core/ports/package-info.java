/** The groups of ports behind KNIME's interfaces. */
package org.rnn4knime.standin.core.ports;
