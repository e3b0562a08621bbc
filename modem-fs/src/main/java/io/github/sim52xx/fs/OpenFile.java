package io.github.sim52xx.fs;

import java.io.IOException;
import java.io.InputStream;

/** A file that is being read. It fails as soon as the medium is gone. For one thread at a time. */
final class OpenFile extends InputStream {

    private final Mount mount;
    private final InputStream content;

    OpenFile(Mount mount, InputStream content) {
        this.mount = mount;
        this.content = content;
    }

    @Override
    public int read() throws IOException {
        mount.check();
        return content.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        mount.check();
        return content.read(bytes, offset, length);
    }

    @Override
    public long skip(long count) throws IOException {
        mount.check();
        return content.skip(count);
    }

    @Override
    public int available() throws IOException {
        mount.check();
        return content.available();
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
