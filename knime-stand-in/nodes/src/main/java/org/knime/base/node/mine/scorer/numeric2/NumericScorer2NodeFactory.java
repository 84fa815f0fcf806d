package org.knime.base.node.mine.scorer.numeric2;

import org.rnn4knime.standin.nodes.DialoglessNodeFactory;

/** Makes the stood-in Numeric Scorer; the class name is KNIME's, as saved workflows hold it. */
public final class NumericScorer2NodeFactory extends DialoglessNodeFactory<NumericScorerNodeModel> {

    /** The framework calls this. */
    public NumericScorer2NodeFactory() {
        super(NumericScorerNodeModel::new);
    }
}
