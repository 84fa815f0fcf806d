/** Stood-in CSV Writer: writes a table as KNIME's settings of the node say, with Apache Commons CSV. */
package org.knime.base.node.io.filehandling.csv.writer;
