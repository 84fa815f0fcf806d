/** A workflow directory as KNIME saved it: read, checked, copied, ordered, its settings overridden. Runs nothing. */
package org.rnn4knime.standin.runner.workflow;
