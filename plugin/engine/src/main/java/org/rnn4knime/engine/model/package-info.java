/** A trained model: settings, encoder, parameters, training record and provenance; and the file that keeps it. */
package org.rnn4knime.engine.model;
