/** Stood-in Scorer: confusion matrix and accuracy statistics of a column of predicted classes. */
package org.knime.base.node.mine.scorer.accuracy;
