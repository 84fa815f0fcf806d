/** The one place that prepares Deeplearning4j: class loaders, native libraries, threads and memory limits. */
package org.rnn4knime.engine.runtime;
