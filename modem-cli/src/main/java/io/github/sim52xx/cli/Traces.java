package io.github.sim52xx.cli;

import io.github.sim52xx.modem.Trace;
import java.nio.ByteBuffer;

/** Two traces as one. */
record Traces(Trace first, Trace second) implements Trace {

    @Override
    public void bytes(String channel, boolean outgoing, byte[] bytes, int offset, int length) {
        first.bytes(channel, outgoing, bytes, offset, length);
        second.bytes(channel, outgoing, bytes, offset, length);
    }

    @Override
    public int piece(String channel, boolean outgoing, int length) {
        return Math.min(first.piece(channel, outgoing, length), second.piece(channel, outgoing, length));
    }

    @Override
    public boolean listens() {
        return first.listens() || second.listens();
    }

    @Override
    public void commandLine(int terminal, String body) {
        first.commandLine(terminal, body);
        second.commandLine(terminal, body);
    }

    @Override
    public void data(int terminal, ByteBuffer bytes) {
        first.data(terminal, bytes.duplicate());
        second.data(terminal, bytes);
    }

    @Override
    public void dataMode(int terminal, boolean on) {
        first.dataMode(terminal, on);
        second.dataMode(terminal, on);
    }

    @Override
    public void unsolicited(int terminal, String text) {
        first.unsolicited(terminal, text);
        second.unsolicited(terminal, text);
    }
}
