/**
 * What the stand-in does with parameters: saving and loading them, making defaults, and answering as a dialog
 * would.
 */
package org.rnn4knime.standin.parameters;
