package io.github.sim52xx.dce;

import java.nio.ByteBuffer;
import java.util.function.Consumer;

/** A wire from a DTE that leads to another one, circuits included; who extends it does something on the way. */
public abstract class ForwardingInput implements DteInput {

    private final DteInput input;

    protected ForwardingInput(DteInput input) {
        this.input = input;
    }

    @Override
    public void receive(ByteBuffer bytes) {
        input.receive(bytes);
    }

    @Override
    public void inputEnded() {
        input.inputEnded();
    }

    @Override
    public void closed() {
        input.closed();
    }

    @Override
    public void dataTerminalReady(boolean on) {
        input.dataTerminalReady(on);
    }

    @Override
    public void requestToSend(boolean on) {
        input.requestToSend(on);
    }

    @Override
    public void speed(int baud) {
        input.speed(baud);
    }

    @Override
    public void serialLine(Consumer<SerialLine> asker) {
        input.serialLine(asker);
    }
}
