/** What the stood-in nodes have in common: settings that are read into one value, and files of the workflow data area. */
package org.rnn4knime.standin.nodes;
