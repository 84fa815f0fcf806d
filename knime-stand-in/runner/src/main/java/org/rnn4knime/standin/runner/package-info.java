/** Runs a saved workflow headless, with nothing but the nodes that the installed bundles have registered. */
package org.rnn4knime.standin.runner;
