package io.github.sim52xx.cli.mail;

import java.io.IOException;

/** Takes bytes in pieces. */
@FunctionalInterface
interface ByteSink {
    void write(byte[] bytes, int offset, int count) throws IOException;
}
