package io.github.sim52xx.cli;

import io.github.sim52xx.cli.port.ModemSource;
import io.github.sim52xx.cli.transcript.Recording;
import io.github.sim52xx.dce.DteInput;
import io.github.sim52xx.dce.DteLink;
import io.github.sim52xx.dce.ForwardingLink;
import io.github.sim52xx.dce.SerialLine;
import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.function.Consumer;

/** {@code --record}: what passes between the terminals and the modem is told to a recording. Safe for use by any thread. */
final class RecordedModems implements ModemSource {

    private final ModemSource modems;
    private final Recording recording;
    private final BitSet taken = new BitSet();

    RecordedModems(ModemSource modems, Recording recording) {
        this.modems = modems;
        this.recording = recording;
    }

    @Override
    public DteInput attach(DteLink link) {
        int number = number();
        recording.attached(number);
        return new Input(number, modems.attach(new Link(number, link)));
    }

    /** As the modem numbers its terminals. */
    private synchronized int number() {
        int number = taken.nextClearBit(1);
        taken.set(number);
        return number;
    }

    private synchronized void free(int number) {
        taken.clear(number);
    }

    private final class Input implements DteInput {

        private final int number;
        private final DteInput input;

        Input(int number, DteInput input) {
            this.number = number;
            this.input = input;
        }

        @Override
        public void receive(ByteBuffer bytes) {
            byte[] copy = new byte[bytes.remaining()];
            bytes.get(bytes.position(), copy);
            recording.sent(number, copy);
            input.receive(bytes);
        }

        @Override
        public void inputEnded() {
            input.inputEnded();
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
        public void serialLine(Consumer<SerialLine> asker) {
            input.serialLine(asker);
        }

        @Override
        public void closed() {
            input.closed();
            recording.gone(number);
            free(number);
        }
    }

    private final class Link extends ForwardingLink {

        private final int number;

        Link(int number, DteLink link) {
            super(link);
            this.number = number;
        }

        @Override
        public void send(byte[] bytes) {
            recording.came(number, bytes);
            super.send(bytes);
        }
    }
}
