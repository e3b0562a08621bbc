package io.github.sim52xx.net.fault;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;

/** What comes in on a {@link FaultyPath}. Nothing is held but what one read has taken. For one thread at a time. */
public final class FaultyInput extends FilterInputStream {

    private final FaultyPath path;

    public FaultyInput(InputStream in, FaultyPath path) {
        super(in);
        this.path = path;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = receive(bytes, offset, path.isClear() ? length : path.piece(length));
        if (path.isClear()) {
            return read;
        }
        path.await(Direction.DOWNLINK, Math.max(0, read));
        if (read <= 0) {
            return read;
        }
        int passed = path.pass(read);
        path.settle();
        return passed > 0 ? passed : -1;
    }

    /** A reset comes no sooner than bytes would. */
    private int receive(byte[] bytes, int offset, int length) throws IOException {
        try {
            return in.read(bytes, offset, length);
        } catch (SocketException e) {
            path.await(Direction.DOWNLINK, 0);
            throw e;
        }
    }
}
