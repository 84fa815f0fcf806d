/** Tests of tables on their way to the engine and back. */
package org.rnn4knime.nodes.table;
