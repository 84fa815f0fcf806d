/**
 * Compares the compiled stand-ins with the API of KNIME 5.8.0, member by member. The file api.txt lists that API: one
 * line a type, then one a member, with JVM descriptors.
 */
package org.rnn4knime.standin.api;
