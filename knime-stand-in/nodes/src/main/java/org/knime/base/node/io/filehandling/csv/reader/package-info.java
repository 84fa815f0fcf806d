/** Stood-in CSV Reader: reads KNIME's settings of the node and parses with Apache Commons CSV. */
package org.knime.base.node.io.filehandling.csv.reader;
