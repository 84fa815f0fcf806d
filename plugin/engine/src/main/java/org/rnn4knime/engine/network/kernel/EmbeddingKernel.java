package org.rnn4knime.engine.network.kernel;

import java.util.List;

/** Replaces indices by learned vectors. What it reads is numbers, which stay, then the indices. */
public final class EmbeddingKernel implements LayerKernel {

    private final int numbers;

    private final List<EmbeddingTable> tables;

    /**
     * A table of vectors.
     *
     * @param categories how many vectors
     * @param size of each
     */
    public record Size(int categories, int size) {}

    /** With a table for each index. */
    public EmbeddingKernel(final int numbers, final List<Size> sizes) {
        this.numbers = numbers;
        this.tables = sizes.stream()
                .map(size -> new EmbeddingTable(size.categories(), size.size()))
                .toList();
    }

    @Override
    public int inputs() {
        return numbers + tables.size();
    }

    @Override
    public int outputs() {
        return numbers + tables.stream().mapToInt(EmbeddingTable::size).sum();
    }

    @Override
    public List<ParameterBlock> blocks() {
        return List.copyOf(tables);
    }

    @Override
    public LayerPass pass(final int width, final Mode mode) {
        return new Pass(width);
    }

    @Override
    public MemoryUse passMemory(final int width, final int steps, final Mode mode) {
        return MemoryUse.signal(outputs(), width, steps)
                .plus(MemoryUse.signal(inputs(), width, steps).onlyIf(mode == Mode.TRAINING));
    }

    private final class Pass implements LayerPass {

        private final int width;

        private final Signal output;

        private final Signal inputGradient;

        private Signal input;

        Pass(final int width) {
            this.width = width;
            this.output = new Signal(outputs(), width);
            this.inputGradient = new Signal(inputs(), width);
            this.input = output;
        }

        @Override
        public Signal forward(final Signal newInput, final Moment moment) {
            input = newInput;
            output.resizeLike(input);
            final var shortest = input.shortest();
            for (int step = 0; step < input.steps(); step++) {
                final var to = output.at(step);
                System.arraycopy(input.at(step), 0, to, 0, numbers * width);
                int row = numbers;
                for (int table = 0; table < tables.size(); table++) {
                    copyVectors(tables.get(table), input.at(step), (numbers + table) * width, to, row * width);
                    row += tables.get(table).size();
                }
                if (step >= shortest) {
                    output.clearEnded(step, to);
                }
            }
            return output;
        }

        private void copyVectors(
                final EmbeddingTable table, final float[] indices, final int first, final float[] to, final int at) {
            for (int window = 0; window < width; window++) {
                final var vector = table.vector(indices[first + window]);
                for (int value = 0; value < table.size(); value++) {
                    to[at + value * width + window] = table.vectors()[vector + value];
                }
            }
        }

        /** There is none by an index: zero. */
        @Override
        public Signal backward(
                final Signal outputGradient,
                final boolean inputGradientWanted,
                final Gradient gradient,
                final Moment moment) {
            inputGradient.resizeLike(input);
            final var shortest = input.shortest();
            for (int step = 0; step < input.steps(); step++) {
                final var from = outputGradient.at(step);
                if (step >= shortest) {
                    output.clearEnded(step, from);
                }
                System.arraycopy(from, 0, inputGradient.at(step), 0, numbers * width);
                int row = numbers;
                for (int table = 0; table < tables.size(); table++) {
                    final var of = tables.get(table);
                    addVectors(of, input.at(step), (numbers + table) * width, from, row * width, gradient.of(of));
                    row += of.size();
                }
            }
            return inputGradient;
        }

        private void addVectors(
                final EmbeddingTable table,
                final float[] indices,
                final int first,
                final float[] from,
                final int at,
                final Memory sum) {
            for (int window = 0; window < width; window++) {
                final var vector = table.vector(indices[first + window]);
                for (int value = 0; value < table.size(); value++) {
                    sum.add(vector + value, from[at + value * width + window]);
                }
            }
        }
    }
}
