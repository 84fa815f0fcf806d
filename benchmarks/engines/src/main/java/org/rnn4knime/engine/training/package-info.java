/** In the trainer's package, because it shows its optimizers to nobody else. */
package org.rnn4knime.engine.training;
