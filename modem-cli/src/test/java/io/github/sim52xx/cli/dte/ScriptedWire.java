package io.github.sim52xx.cli.dte;

import io.github.sim52xx.cli.transcript.Wire;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A modem that says what it has been told to, and keeps what is sent to it. */
public final class ScriptedWire implements Wire {

    private static final byte[] SILENCE = {};

    private final Deque<byte[]> answers = new ArrayDeque<>();
    private final List<String> sent = new ArrayList<>();
    private boolean closed;

    /** It says these, one after another, and then nothing more. */
    public ScriptedWire says(String... texts) {
        for (String text : texts) {
            answers.add(text.getBytes(StandardCharsets.ISO_8859_1));
        }
        return this;
    }

    /** It is silent for as long as anybody cares to wait once. */
    public ScriptedWire pauses() {
        answers.add(SILENCE);
        return this;
    }

    /** What has been sent. */
    public List<String> sent() {
        return sent;
    }

    public boolean isClosed() {
        return closed;
    }

    @Override
    public void send(byte[] bytes) {
        sent.add(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    /** The end of the script is the end of the connection. */
    @Override
    public byte[] receive(Duration patience) {
        return answers.poll();
    }

    @Override
    public void close() {
        closed = true;
    }
}
