/** What the tests of the nodes share: a node on its own, and tables for it. */
package org.rnn4knime.nodes.testing;
