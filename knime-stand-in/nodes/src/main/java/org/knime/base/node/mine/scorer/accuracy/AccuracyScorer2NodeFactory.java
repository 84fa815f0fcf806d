package org.knime.base.node.mine.scorer.accuracy;

import org.rnn4knime.standin.nodes.DialoglessNodeFactory;

/** Makes the stood-in Scorer; the class name is KNIME's, as saved workflows hold it. */
public final class AccuracyScorer2NodeFactory extends DialoglessNodeFactory<ScorerNodeModel> {

    /** The framework calls this. */
    public AccuracyScorer2NodeFactory() {
        super(ScorerNodeModel::new);
    }
}
