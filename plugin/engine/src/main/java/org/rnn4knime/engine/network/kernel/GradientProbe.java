package org.rnn4knime.engine.network.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Measures the gradient by what a recurrent layer writes, for the windows of a slice: its Euclidean norm by lag, which is how many steps
 * the layer reads after the step that wrote it. Of a layer that reads in two directions, each direction counts its own steps, and the
 * squares of both are added up. Used by one thread.
 */
public final class GradientProbe {

    /** Of each window [lag], once it is known how long the window is. */
    private final List<double[]> squares;

    /** For so many windows. */
    public GradientProbe(final int width) {
        squares = new ArrayList<>(Collections.nCopies(width, new double[0]));
    }

    /**
     * Takes the gradient at a step of a window.
     *
     * @param length the steps of the window that the layer reads
     * @param square of the norm
     */
    void add(final int window, final int length, final int lag, final double square) {
        if (squares.get(window).length == 0) {
            squares.set(window, new double[length]);
        }
        squares.get(window)[lag] += square;
    }

    /** The norms of a window by lag: as many as there are steps that the layer reads. */
    public double[] norms(final int window) {
        return Arrays.stream(squares.get(window)).map(Math::sqrt).toArray();
    }
}
