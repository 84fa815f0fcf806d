package org.rnn4knime.engine.sequence;

/** How a forecast goes on beyond the next value. */
public enum ForecastMode {

    /** Each forecast is read as if it were true to make the next one. */
    RECURSIVE,

    /** One reading of the past gives all values up to the horizon. */
    DIRECT
}
