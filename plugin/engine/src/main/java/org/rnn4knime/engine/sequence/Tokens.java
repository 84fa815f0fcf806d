package org.rnn4knime.engine.sequence;

/** The symbols of a text: its time steps. */
public enum Tokens {

    /** What readers take for one character, however many code points write it: a letter with its accents, a flag, an emoji. */
    CHARACTERS,

    /** Words, numbers and punctuation marks. */
    WORDS
}
