/** How the stand-in's runner hears of a node, where KNIME's own types are declared empty. */
package org.rnn4knime.standin.core;
