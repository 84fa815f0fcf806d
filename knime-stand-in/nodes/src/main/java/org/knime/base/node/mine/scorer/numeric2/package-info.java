/** Stood-in Numeric Scorer: how far a column of predictions is from a column of numbers. */
package org.knime.base.node.mine.scorer.numeric2;
