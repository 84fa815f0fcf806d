/** What the runner tells the stood-in nodes about the workflow they are in, as KNIME's node context does. */
package org.rnn4knime.standin.workflow;
