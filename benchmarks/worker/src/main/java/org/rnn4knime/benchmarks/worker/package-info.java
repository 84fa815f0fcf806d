/** What a process that is measured has in common with the others: the tasks, the data, and the talk with the runner. */
package org.rnn4knime.benchmarks.worker;
