package org.rnn4knime.engine;

import java.util.List;
import java.util.Optional;
import org.rnn4knime.engine.sequence.DataSettings;
import org.rnn4knime.engine.sequence.MissingValues;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.engine.sequence.Tokenizer;
import org.rnn4knime.engine.sequence.Tokens;
import org.rnn4knime.engine.sequence.UnknownValues;

/** Settings of data of which a test names what matters to it alone; each method gives another object. */
public record Data(
        SequenceLayout layout,
        Scope predict,
        String target,
        List<String> features,
        List<String> knownFuture,
        List<String> ids,
        Optional<String> order,
        int featuresPerStep,
        Tokenizer tokenizer,
        MissingValues missing,
        UnknownValues unknown) {

    /** A target "y" and nothing else. */
    public static Data of(final SequenceLayout layout, final Scope predict) {
        return new Data(
                layout,
                predict,
                "y",
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                1,
                new Tokenizer(Tokens.CHARACTERS, false),
                MissingValues.FAIL,
                UnknownValues.NO_PREDICTION);
    }

    /** With another target column; empty for none. */
    public Data target(final String name) {
        return new Data(
                layout, predict, name, features, knownFuture, ids, order, featuresPerStep, tokenizer, missing, unknown);
    }

    /** With feature columns. */
    public Data features(final String... names) {
        return new Data(
                layout,
                predict,
                target,
                List.of(names),
                knownFuture,
                ids,
                order,
                featuresPerStep,
                tokenizer,
                missing,
                unknown);
    }

    /** With features that are known in the future. */
    public Data knownFuture(final String... names) {
        return new Data(
                layout,
                predict,
                target,
                features,
                List.of(names),
                ids,
                order,
                featuresPerStep,
                tokenizer,
                missing,
                unknown);
    }

    /** With sequence ID columns. */
    public Data ids(final String... names) {
        return new Data(
                layout,
                predict,
                target,
                features,
                knownFuture,
                List.of(names),
                order,
                featuresPerStep,
                tokenizer,
                missing,
                unknown);
    }

    /** With an order column. */
    public Data order(final String name) {
        return new Data(
                layout,
                predict,
                target,
                features,
                knownFuture,
                ids,
                Optional.of(name),
                featuresPerStep,
                tokenizer,
                missing,
                unknown);
    }

    /** With so many columns a time step. */
    public Data perStep(final int columns) {
        return new Data(
                layout, predict, target, features, knownFuture, ids, order, columns, tokenizer, missing, unknown);
    }

    /** With texts in lower case. */
    public Data lowerCase() {
        return new Data(
                layout,
                predict,
                target,
                features,
                knownFuture,
                ids,
                order,
                featuresPerStep,
                new Tokenizer(Tokens.CHARACTERS, true),
                missing,
                unknown);
    }

    /** With a policy for missing values. */
    public Data missing(final MissingValues policy) {
        return new Data(
                layout,
                predict,
                target,
                features,
                knownFuture,
                ids,
                order,
                featuresPerStep,
                tokenizer,
                policy,
                unknown);
    }

    /** With a policy for unknown values. */
    public Data unknown(final UnknownValues policy) {
        return new Data(
                layout,
                predict,
                target,
                features,
                knownFuture,
                ids,
                order,
                featuresPerStep,
                tokenizer,
                missing,
                policy);
    }

    /** The settings. */
    public DataSettings settings() {
        return new DataSettings(
                layout,
                predict,
                target,
                features,
                knownFuture,
                ids,
                order,
                featuresPerStep,
                tokenizer,
                missing,
                unknown);
    }
}
