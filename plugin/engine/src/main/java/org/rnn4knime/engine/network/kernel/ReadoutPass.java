package org.rnn4knime.engine.network.kernel;

/** Computes, for one slice, the outputs that are fed back. */
final class ReadoutPass implements AutoCloseable {

    private final RecurrentKernel.Readout readout;

    private final int width;

    private final AffinePass affine;

    private final float[] hiddenGradient;

    ReadoutPass(final RecurrentKernel.Readout readout, final int width, final boolean kept) {
        this.readout = readout;
        this.width = width;
        this.affine = new AffinePass(readout.affine(), width, kept);
        this.hiddenGradient = new float[readout.affine().inputs() * width];
    }

    void reserve(final int steps) {
        affine.reserve(steps);
    }

    /** Computes the output of a step. */
    void forward(final int step, final float[] hidden, final float[] output) {
        affine.put(step, 0, hidden);
        affine.multiply(step);
        affine.get(0, output);
        readout.function().apply(output, width);
    }

    /** Begins to compute gradients, step by step. */
    void beginBackward(final Gradient gradient) {
        affine.beginBackward(gradient.of(readout.affine()));
    }

    /** The gradient by the hidden units from that by the output, which is overwritten. */
    float[] backward(final int step, final float[] output, final float[] outputGradient) {
        readout.function().back(output, outputGradient, width);
        affine.putGradient(step, 0, outputGradient);
        affine.multiplyBack(step, 0, readout.affine().inputs());
        affine.getColumnGradient(0, hiddenGradient);
        return hiddenGradient;
    }

    /** Ends what {@link #beginBackward} has begun. */
    void endBackward() {
        affine.endBackward();
    }

    @Override
    public void close() {
        affine.close();
    }
}
