package org.rnn4knime.engine.prediction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.rnn4knime.engine.sequence.DataSettings;
import org.rnn4knime.engine.sequence.ForecastMode;
import org.rnn4knime.engine.sequence.NumberColumn;
import org.rnn4knime.engine.sequence.Scope;
import org.rnn4knime.engine.sequence.SequenceLayout;
import org.rnn4knime.engine.sequence.SequenceSettings;
import org.rnn4knime.engine.sequence.SettingRange;

/**
 * What is asked of a forecast.
 *
 * @param horizon the number of steps ahead
 * @param levels of the prediction intervals in per cent, each above 0 and below 100; none for no intervals
 */
public record ForecastRequest(int horizon, List<Double> levels) {

    /** The most steps ahead. */
    public static final int LONGEST = 100_000;

    /** The most intervals beside a forecast. */
    public static final int MOST_LEVELS = 10;

    private static final double ALL = 100;

    /** Copies the list; refuses numbers out of range and the same level twice with an IllegalArgumentException. */
    public ForecastRequest {
        levels = List.copyOf(levels);
        SettingRange.requireBetween("Horizon", horizon, 1, LONGEST);
        if (levels.size() > MOST_LEVELS) {
            throw new IllegalArgumentException("Interval levels (%) names " + levels.size() + " levels, but "
                    + MOST_LEVELS + " is the most. Leave some of them out.");
        }
        for (int index = 0; index < levels.size(); index++) {
            requireLevel(levels.get(index), NumberColumn.text(levels.get(index)));
            if (levels.indexOf(levels.get(index)) < index) {
                throw new IllegalArgumentException("Interval levels (%) names " + NumberColumn.text(levels.get(index))
                        + " twice. Name each level once.");
            }
        }
    }

    /** Without intervals. */
    public ForecastRequest(final int horizon) {
        this(horizon, List.of());
    }

    /**
     * The levels that a text such as "80, 95" names; none for blank text.
     *
     * @throws IllegalArgumentException if there is anything but numbers above 0 and below 100, separated by commas
     */
    public static List<Double> levels(final String text) {
        final var levels = new ArrayList<Double>();
        if (!text.isBlank()) {
            Arrays.stream(text.split("[,;]", -1)).map(String::strip).forEach(part -> levels.add(level(part)));
        }
        return levels;
    }

    private static double level(final String text) {
        try {
            return requireLevel(Double.parseDouble(text.replaceFirst("\\s*%$", "")), text);
        } catch (NumberFormatException e) {
            throw notALevel(text);
        }
    }

    private static double requireLevel(final double level, final String text) {
        if (level > 0 && level < ALL) {
            return level;
        }
        throw notALevel(text);
    }

    private static IllegalArgumentException notALevel(final String text) {
        return new IllegalArgumentException("Interval levels (%) holds \"" + text
                + "\", which is no number above 0 and below 100. Write levels like 80, 95, or nothing.");
    }

    /** Refuses what a model of these settings cannot forecast with an IllegalArgumentException. */
    public void requireFitting(final DataSettings data, final SequenceSettings sequences) {
        if (data.predict() != Scope.FUTURE) {
            throw new IllegalArgumentException("The model predicts \"" + data.targetName()
                    + (data.predict() == Scope.STEP ? "\" at each time step" : "\" of each sequence")
                    + " and forecasts nothing. Use the RNN Predictor, or a model that predicts the next values.");
        }
        if (data.layout() == SequenceLayout.TEXT) {
            throw new IllegalArgumentException("The model predicts the next symbols of a text."
                    + " Use the RNN Sequence Generator, or a model that predicts the next values of a series.");
        }
        if (sequences.forecastMode() == ForecastMode.DIRECT) {
            if (horizon > sequences.horizon()) {
                throw new IllegalArgumentException("Horizon is " + horizon + ", but the model was trained to forecast "
                        + sequences.horizon() + (sequences.horizon() == 1 ? " step" : " steps")
                        + " ahead directly. Lower the horizon, or train a model with a larger one.");
            }
            return;
        }
        if (horizon > 1) {
            pastOnly(data).ifPresent(name -> {
                throw new IllegalArgumentException("From the second step on, the forecast would read \"" + name
                        + "\" of steps at which it is not known yet. "
                        + (data.layout() == SequenceLayout.ROWS
                                ? "In the RNN Learner, mark it as known in the future or forecast directly; or set the"
                                        + " horizon to 1."
                                : "Forecast directly in the RNN Learner, or set the horizon to 1."));
            });
        }
    }

    /** A feature that is not known in the future, if there is one. */
    static Optional<String> pastOnly(final DataSettings data) {
        if (data.layout() == SequenceLayout.COLUMNS) {
            // The first feature of each time step is the target.
            return data.featuresPerStep() > 1
                    ? Optional.of(data.featureColumns().get(1))
                    : Optional.empty();
        }
        return data.featureColumns().stream()
                .filter(name -> !data.knownFutureColumns().contains(name))
                .findFirst();
    }
}
