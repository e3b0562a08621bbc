package io.github.sim52xx.fs.xmodem;

import io.github.sim52xx.at.DataSession;
import io.github.sim52xx.fs.NewFile;
import io.github.sim52xx.modem.Timers;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Takes a file from the DTE by Xmodem. Asks for blocks with a CRC, later for ones with a checksum; takes blocks of 128
 * and 1024 bytes as they come. Of a damaged block the rest is waited out until the line is silent. The block before is
 * acknowledged once more, any other that is out of turn cancels.
 *
 * <p>The file appears as a whole with the first EOT, which some senders do not repeat; it keeps the padding of its last
 * block, which nobody can tell from data. Behind EOT the line stays in data mode for a second, for an ETB; anything
 * else is the next command line at once. Whatever goes wrong cancels, and there is no file. Nothing is printed at the
 * end either way: OK has gone before. Confined to the modem's thread.
 */
public final class XmodemReceiver implements DataSession {

    private enum State {
        /** The DTE prepares for sending. */
        WAITING,
        /** The first block has been asked for. */
        ASKING,
        BETWEEN_BLOCKS,
        IN_BLOCK,
        /** A block was damaged; what follows is not looked at. */
        PURGING,
        /** The file is there; an ETB may follow. */
        COMPLETE,
        /** There will be no file; more CANs may follow. */
        CANCELLED,
        OVER
    }

    private static final int MOST_ERRORS = 10;
    private static final int REQUESTS = 10;
    private static final int REQUESTS_WITH_CRC = 4;
    private static final int MOST_PURGED = 16 * 1024;
    private static final Duration UNTIL_NEXT_REQUEST = Duration.ofSeconds(3);
    private static final Duration UNTIL_BLOCK = Duration.ofSeconds(10);
    private static final Duration WITHIN_BLOCK = Duration.ofSeconds(3);
    private static final Duration QUIET = Duration.ofSeconds(1);

    private final NewFile file;
    private final Duration wait;
    private final Consumer<String> failed;
    private final Countdown countdown;
    private final Cancels cancels = new Cancels();
    private State state = State.WAITING;
    private Line line;
    private Check check = Check.CRC;
    private Block block;
    private int requests;
    /** So many blocks have been written. */
    private int blocks;
    /** In a row. */
    private int errors;

    private int purged;

    /**
     * @param wait how long the DTE has before the first request
     * @param failed is told why there is no file, unless the terminal has gone
     */
    public XmodemReceiver(NewFile file, Timers timers, Duration wait, Consumer<String> failed) {
        this.file = file;
        this.wait = wait;
        this.failed = failed;
        this.countdown = new Countdown(timers, () -> react(Signal.SILENCE));
    }

    @Override
    public void begin(Line terminal) {
        line = terminal;
        countdown.start(wait);
    }

    @Override
    public void receive(ByteBuffer in) {
        while (in.hasRemaining() && state != State.OVER) {
            if (state == State.IN_BLOCK) {
                countdown.start(WITHIN_BLOCK);
                block.take(in);
                if (block.isWhole()) {
                    react(Signal.WHOLE);
                }
            } else if (state == State.PURGING) {
                purged += in.remaining();
                cancels.seeAll(in);
                react(Signal.NOISE);
            } else if (!react(Signal.of(in.get(), cancels))) {
                in.position(in.position() - 1);
            }
        }
    }

    @Override
    public void abandoned() {
        countdown.stop();
        state = State.OVER;
        file.close();
    }

    /** Returns false if what was signalled is none of the transfer's business any more. */
    private boolean react(Signal signal) {
        switch (state) {
            case WAITING -> {
                if (signal == Signal.SILENCE) {
                    ask();
                } else if (signal == Signal.CANCEL) {
                    end("cancelled by the DTE");
                }
            }
            case ASKING, BETWEEN_BLOCKS -> head(signal);
            case IN_BLOCK -> {
                if (signal == Signal.WHOLE) {
                    settle();
                } else {
                    cancels.seeAll(block.received());
                    repeat();
                }
            }
            case PURGING -> {
                if (signal == Signal.SILENCE) {
                    repeat();
                } else if (purged > MOST_PURGED) {
                    cancel("the DTE does not speak Xmodem");
                } else {
                    countdown.start(QUIET);
                }
            }
            case COMPLETE -> {
                if (signal == Signal.ETB) {
                    send(Control.ACK);
                }
                leave();
                return signal == Signal.ETB;
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

    /** What stands where a block should begin. */
    private void head(Signal signal) {
        switch (signal) {
            case SOH -> beginBlock(Block.SHORT);
            case STX -> beginBlock(Block.LONG);
            case EOT -> complete();
            case CANCEL -> end("cancelled by the DTE");
            case FILLER -> {
                // Waited for is something else.
            }
            case SILENCE -> {
                if (state == State.ASKING) {
                    ask();
                } else {
                    repeat();
                }
            }
            default -> {
                if (state == State.BETWEEN_BLOCKS) {
                    purge();
                }
            }
        }
    }

    private void ask() {
        if (requests == REQUESTS) {
            cancel("the DTE has not begun to send");
            return;
        }
        check = requests < REQUESTS_WITH_CRC ? Check.CRC : Check.SUM;
        requests++;
        state = State.ASKING;
        send(check.request());
        countdown.start(check == Check.CRC ? UNTIL_NEXT_REQUEST : UNTIL_BLOCK);
    }

    private void beginBlock(int size) {
        block = Block.begun(size, check);
        state = State.IN_BLOCK;
        countdown.start(WITHIN_BLOCK);
    }

    private void settle() {
        if (!block.isIntact()) {
            cancels.seeAll(block.received());
            purge();
        } else if (block.number() == (blocks + 1) % 256) {
            write();
        } else if (blocks > 0 && block.number() == blocks % 256) {
            again(Control.ACK);
        } else {
            cancel("block " + block.number() + " instead of " + (blocks + 1) % 256);
        }
    }

    private void write() {
        try {
            file.write(block.data());
        } catch (IOException e) {
            cancel(Reason.of(e));
            return;
        }
        blocks++;
        errors = 0;
        expectBlock(Control.ACK);
    }

    private void purge() {
        purged = 0;
        state = State.PURGING;
        countdown.start(QUIET);
    }

    /** The line has been silent for as long as it should not be, or for as long as it should. */
    private void repeat() {
        if (cancels.beforeSilence()) {
            end("cancelled by the DTE");
        } else {
            again(Control.NAK);
        }
    }

    private void again(byte answer) {
        if (++errors > MOST_ERRORS) {
            cancel("the DTE has fallen silent or sends damaged blocks only");
        } else {
            expectBlock(answer);
        }
    }

    private void expectBlock(byte answer) {
        block = null;
        state = State.BETWEEN_BLOCKS;
        send(answer);
        countdown.start(UNTIL_BLOCK);
    }

    private void complete() {
        try {
            file.commit();
        } catch (IOException e) {
            cancel(Reason.of(e));
            return;
        }
        state = State.COMPLETE;
        send(Control.ACK);
        countdown.start(QUIET);
    }

    private void cancel(String reason) {
        line.send(Control.cancel());
        end(reason);
    }

    private void end(String reason) {
        file.close();
        block = null;
        state = State.CANCELLED;
        countdown.start(QUIET);
        failed.accept(reason);
    }

    private void leave() {
        countdown.stop();
        state = State.OVER;
        line.leave(null);
    }

    private void send(byte answer) {
        line.send(new byte[] {answer});
    }
}
