package org.rnn4knime.engine.model;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Streams of somebody else, which closing a zip must not close. */
final class StaysOpen {

    private StaysOpen() {}

    static final class Input extends FilterInputStream {

        Input(final InputStream stream) {
            super(stream);
        }

        @Override
        public void close() {
            // The owner closes it.
        }
    }

    static final class Output extends FilterOutputStream {

        Output(final OutputStream stream) {
            super(stream);
        }

        @Override
        public void write(final byte[] bytes, final int offset, final int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
