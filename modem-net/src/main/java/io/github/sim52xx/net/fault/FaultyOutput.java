package io.github.sim52xx.net.fault;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** What goes out on a {@link FaultyPath}: the writer waits as long as the bytes do. For one thread at a time. */
public final class FaultyOutput extends FilterOutputStream {

    private final FaultyPath path;

    public FaultyOutput(OutputStream out, FaultyPath path) {
        super(out);
        this.path = path;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int done = 0;
        while (done < length && !path.isClear()) {
            int piece = path.piece(length - done);
            path.await(Direction.UPLINK, piece);
            int passing = path.pass(piece);
            out.write(bytes, offset + done, passing);
            path.settle();
            done += passing;
        }
        if (done < length) {
            out.write(bytes, offset + done, length - done);
        }
    }
}
