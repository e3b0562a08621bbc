package io.github.sim52xx.fs.xmodem;

import io.github.sim52xx.at.DataSession;
import io.github.sim52xx.modem.Timers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Gives a file to the DTE by Xmodem, from the moment when that asks for it: with C for blocks with a CRC, with NAK for
 * ones with a checksum. Blocks have 128 bytes, or 1024 where the DTE may have them, which has to ask with C then, and
 * where they do not hold more padding than shorter ones would. What the DTE has sent before a block is out does not
 * answer that block.
 *
 * <p>When all blocks have been acknowledged the DTE has the file: an EOT that stays without an answer is repeated, but
 * the first byte of a command line is answer enough, for there are programs whose last ACK gets lost when they end.
 * Nothing is printed at the end, neither then nor when the DTE has cancelled, has not begun within a minute or has
 * fallen silent: OK has gone before. Confined to the modem's thread.
 */
public final class XmodemSender implements DataSession {

    private enum State {
        /** The DTE is to ask for the first block. */
        STARTING,
        /** A block or EOT is about to be sent. */
        TURNING,
        /** A block has been sent. */
        SENT,
        /** EOT has been sent. */
        ENDING,
        /** The file will not get across; CANs may follow. */
        CANCELLED,
        OVER
    }

    private static final int MOST_ERRORS = 10;
    private static final int SHORT_IS_AS_GOOD = Block.LONG - Block.SHORT;
    /** As on a serial line: there are receivers that throw away what has come when they have just answered. */
    private static final Duration TURNAROUND = Duration.ofMillis(2);

    private static final Duration UNTIL_REQUEST = Duration.ofSeconds(60);
    private static final Duration UNTIL_ANSWER = Duration.ofSeconds(10);
    private static final Duration QUIET = Duration.ofSeconds(1);

    private final InputStream file;
    private final boolean longBlocks;
    private final Consumer<String> failed;
    private final Countdown countdown;
    private final Cancels cancels = new Cancels();
    private State state = State.STARTING;
    private Line line;
    private Check check;
    private long unread;
    private int blocks;
    /** What has been sent last: a block or EOT. */
    private byte[] sent;
    /** In a row. */
    private int errors;

    /**
     * @param size of the file
     * @param longBlocks whether blocks may have 1024 bytes
     * @param failed is told why the file has not been sent, unless the terminal has gone
     */
    public XmodemSender(InputStream file, long size, boolean longBlocks, Timers timers, Consumer<String> failed) {
        this.file = file;
        this.unread = size;
        this.longBlocks = longBlocks;
        this.failed = failed;
        this.countdown = new Countdown(timers, () -> react(Signal.SILENCE));
    }

    @Override
    public void begin(Line terminal) {
        line = terminal;
        countdown.start(UNTIL_REQUEST);
    }

    @Override
    public void receive(ByteBuffer in) {
        while (in.hasRemaining() && state != State.OVER) {
            if (!react(Signal.of(in.get(), cancels))) {
                in.position(in.position() - 1);
            }
        }
    }

    @Override
    public void abandoned() {
        countdown.stop();
        state = State.OVER;
        closeFile();
    }

    /** Returns false if what was signalled is none of the transfer's business any more. */
    private boolean react(Signal signal) {
        switch (state) {
            case STARTING -> {
                switch (signal) {
                    case C -> begin(Check.CRC);
                    case NAK -> begin(Check.SUM);
                    case CANCEL -> end("cancelled by the DTE");
                    case SILENCE -> cancel("the DTE has not asked for it");
                    default -> {
                        // Not meant for a sender.
                    }
                }
            }
            case TURNING -> {
                if (signal == Signal.SILENCE) {
                    state = sent[0] == Control.EOT ? State.ENDING : State.SENT;
                    line.send(sent);
                    countdown.start(UNTIL_ANSWER);
                } else if (signal == Signal.CANCEL) {
                    end("cancelled by the DTE");
                }
            }
            case SENT -> {
                if (signal == Signal.ACK) {
                    next();
                } else if (signal == Signal.C && blocks == 1) {
                    again();
                } else {
                    repeatOrEnd(signal);
                }
            }
            case ENDING -> {
                if (signal == Signal.ACK || signal == Signal.NOISE || errors == MOST_ERRORS) {
                    closeFile();
                    leave();
                    return signal != Signal.NOISE;
                }
                repeatOrEnd(signal);
            }
            case CANCELLED -> {
                if (signal == Signal.FILLER || signal == Signal.CANCEL) {
                    return true;
                }
                leave();
                return false;
            }
            default -> throw new IllegalStateException(signal + " when all is over");
        }
        return true;
    }

    private void begin(Check wanted) {
        check = wanted;
        next();
    }

    private void next() {
        int size = longBlocks && check == Check.CRC && unread > SHORT_IS_AS_GOOD ? Block.LONG : Block.SHORT;
        byte[] data;
        try {
            data = file.readNBytes(size);
        } catch (IOException e) {
            cancel(Reason.of(e));
            return;
        }
        errors = 0;
        unread -= data.length;
        if (data.length == 0) {
            sent = new byte[] {Control.EOT};
        } else {
            blocks++;
            sent = Block.of(size, blocks, data, data.length, check);
        }
        turn();
    }

    private void repeatOrEnd(Signal signal) {
        switch (signal) {
            case NAK, SILENCE -> again();
            case CANCEL -> end("cancelled by the DTE");
            default -> {
                // No answer.
            }
        }
    }

    private void again() {
        if (++errors > MOST_ERRORS) {
            cancel("the DTE has fallen silent or takes no block");
        } else {
            turn();
        }
    }

    private void turn() {
        state = State.TURNING;
        countdown.start(TURNAROUND);
    }

    private void cancel(String reason) {
        line.send(Control.cancel());
        end(reason);
    }

    private void end(String reason) {
        closeFile();
        state = State.CANCELLED;
        countdown.start(QUIET);
        failed.accept(reason);
    }

    private void leave() {
        countdown.stop();
        state = State.OVER;
        line.leave(null);
    }

    private void closeFile() {
        try {
            file.close();
        } catch (IOException e) {
            // What was to be read has been read.
        }
    }
}
