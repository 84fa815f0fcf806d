/** What a run tells at its end: result beside truth, its metric beside a baseline's and a bar, and run.json. */
package org.rnn4knime.standin.runner.report;
