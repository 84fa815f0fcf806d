package org.rnn4knime.engine.sequence;

import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.IntFunction;

/**
 * The names of very many rows in little memory: about their bytes in UTF-8 and four more a row, or nothing where they are
 * numbered. Cannot be changed. Half of a surrogate pair, which is no character, comes back as a question mark.
 */
public final class RowIds extends AbstractList<String> implements RandomAccess {

    private final int size;

    private final IntFunction<String> names;

    private RowIds(final int size, final IntFunction<String> names) {
        this.size = size;
        this.names = names;
    }

    /** The prefix with the numbers from 0 on: "Row0", "Row1" and so on. */
    public static RowIds numbered(final String prefix, final int count) {
        if (count < 0) {
            throw new IllegalArgumentException(count + " rows");
        }
        return new RowIds(count, row -> prefix + row);
    }

    /** Collects names one after the other. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public String get(final int row) {
        return names.apply(Objects.checkIndex(row, size));
    }

    @Override
    public int size() {
        return size;
    }

    /** Collects names; for one thread at a time. */
    public static final class Builder {

        /** The names of a block; their offsets count from its beginning, so that an int does for each however many there are. */
        private static final int BLOCK = 1 << 10;

        /** So that the offsets and the array of a block of the longest names are possible too. */
        private static final int MOST_BYTES = 1 << 20;

        private final List<Block> blocks = new ArrayList<>();

        private final int[] ends = new int[BLOCK];

        private byte[] bytes = new byte[1 << 14];

        private int inBlock;

        private Builder() {}

        /**
         * Takes the name of the next row.
         *
         * @throws UnusableDataException if it is longer than a name can be: 1048576 bytes
         */
        public void add(final String name) {
            final var more = name.getBytes(StandardCharsets.UTF_8);
            if (more.length > MOST_BYTES) {
                throw new UnusableDataException(
                        "A row ID has " + more.length + " bytes, but at most " + MOST_BYTES + " are possible.",
                        "Give the rows shorter row IDs.");
            }
            final int begin = inBlock == 0 ? 0 : ends[inBlock - 1];
            final int end = begin + more.length;
            if (end > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(end, 2 * bytes.length));
            }
            System.arraycopy(more, 0, bytes, begin, more.length);
            ends[inBlock] = end;
            inBlock++;
            if (inBlock == BLOCK) {
                blocks.add(block());
                inBlock = 0;
            }
        }

        private Block block() {
            return new Block(Arrays.copyOf(bytes, ends[inBlock - 1]), Arrays.copyOf(ends, inBlock));
        }

        /** The names so far. */
        public RowIds build() {
            final var all = new ArrayList<>(blocks);
            if (inBlock > 0) {
                all.add(block());
            }
            final int size = Math.addExact(Math.multiplyExact(blocks.size(), BLOCK), inBlock);
            return new RowIds(size, row -> all.get(row / BLOCK).name(row % BLOCK));
        }
    }

    /** Names one after the other, and where each ends. */
    private record Block(byte[] bytes, int[] ends) {

        String name(final int row) {
            final int begin = row == 0 ? 0 : ends[row - 1];
            return new String(bytes, begin, ends[row] - begin, StandardCharsets.UTF_8);
        }
    }
}
