/**
 * Runs the workflows of test-workflows/ with the bundles that were installed from the update site, each in a process of
 * its own, and looks at what a user would look at: the exit code, the output, and the files.
 */
package org.rnn4knime.standin.workflows;
