package org.rnn4knime.nodes.learner;

import org.knime.node.parameters.widget.choices.Label;
import org.rnn4knime.engine.sequence.Tokens;

/** What a text can be split into, as the dialog shows it. */
enum TokensChoice {
    @Label(
            value = "Characters",
            description =
                    "What readers take for one character in any script, a letter with its accents or an emoji too.")
    CHARACTERS(Tokens.CHARACTERS),

    @Label(value = "Words", description = "Words, numbers and punctuation marks.")
    WORDS(Tokens.WORDS);

    private final Tokens m_tokens;

    TokensChoice(final Tokens tokens) {
        m_tokens = tokens;
    }

    Tokens tokens() {
        return m_tokens;
    }
}
