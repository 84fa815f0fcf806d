/** Stood-in Table Partitioner: splits a table in two as KNIME's settings of the node say. */
package org.knime.base.node.preproc.partition;
