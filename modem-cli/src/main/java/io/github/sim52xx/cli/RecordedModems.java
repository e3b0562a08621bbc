package io.github.sim52xx.cli;

import io.github.sim52xx.cli.port.ModemSource;
import io.github.sim52xx.cli.transcript.Recording;
import io.github.sim52xx.dce.DteInput;
import io.github.sim52xx.dce.DteLink;
import io.github.sim52xx.dce.ForwardingInput;
import io.github.sim52xx.dce.ForwardingLink;
import java.nio.ByteBuffer;
import java.util.BitSet;

/** {@code --record}: what passes between the terminals and the modem is told to a recording. Safe for use by any thread. */
public final class RecordedModems implements ModemSource {

    private final ModemSource modems;
    private final Recording recording;
    private final BitSet taken = new BitSet();

    public RecordedModems(ModemSource modems, Recording recording) {
        this.modems = modems;
        this.recording = recording;
    }

    @Override
    public DteInput attach(DteLink link) {
        int number = number();
        recording.attached(number);
        return new Input(number, modems.attach(new Link(number, link)), link.hasCircuits());
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

    private final class Input extends ForwardingInput {

        private final int number;

        private final boolean circuits;

        Input(int number, DteInput input, boolean circuits) {
            super(input);
            this.number = number;
            this.circuits = circuits;
        }

        /** Without circuits it is the line itself that has been closed. */
        @Override
        public void dataTerminalReady(boolean on) {
            if (!on && !circuits) {
                recording.hungUp(number);
            }
            super.dataTerminalReady(on);
        }

        @Override
        public void receive(ByteBuffer bytes) {
            byte[] copy = new byte[bytes.remaining()];
            bytes.get(bytes.position(), copy);
            recording.sent(number, copy);
            super.receive(bytes);
        }

        @Override
        public void closed() {
            // What comes of that stands behind it.
            recording.gone(number);
            super.closed();
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
