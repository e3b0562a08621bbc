package io.github.sim52xx.email.mime;

import java.io.IOException;

/** Takes bytes as they come, in pieces of any size. The decoders of a body part are a chain of these. */
interface ByteSink {

    /** Swallows everything. */
    ByteSink NOWHERE = new ByteSink() {
        @Override
        public void write(byte[] bytes, int offset, int length) {}

        @Override
        public void end() {}
    };

    void write(byte[] bytes, int offset, int length) throws IOException;

    /**
     * Takes bytes among which no delimiter can begin, as far as the sink can tell by its encoding, and returns how far
     * that is.
     */
    default int writeCertain(byte[] bytes, int from, int end) throws IOException {
        return from;
    }

    /** No more bytes will come; passed on along the chain. */
    void end() throws IOException;
}
