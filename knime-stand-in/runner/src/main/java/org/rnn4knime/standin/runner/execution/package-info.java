/** Drives nodes through KNIME's public API as its workflow manager does: load, configure, execute, hand on, cancel. */
package org.rnn4knime.standin.runner.execution;
