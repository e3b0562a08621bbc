package io.github.sim52xx.fs.command;

import io.github.sim52xx.at.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * What +CFTRANTX prints (manual 15.5). The bytes of each block stand directly behind its line; another line break ends
 * them. Confined to the modem's thread.
 *
 * <pre>
 * +CFTRANTX: DATA,10
 * Testconten
 * +CFTRANTX: 0
 * </pre>
 */
final class FileBlocks implements Reply.Body {

    private static final int BLOCK = 1024;
    private static final int BLOCKS_PER_PIECE = 16;

    private final InputStream file;
    private boolean ended;

    FileBlocks(InputStream file) {
        this.file = file;
    }

    @Override
    public byte[] next() throws IOException {
        if (ended) {
            return null;
        }
        ByteArrayOutputStream piece = new ByteArrayOutputStream(BLOCKS_PER_PIECE * (BLOCK + 32));
        for (int i = 0; i < BLOCKS_PER_PIECE && !ended; i++) {
            byte[] block = file.readNBytes(BLOCK);
            ended = block.length == 0;
            add(ended ? "+CFTRANTX: 0" : "+CFTRANTX: DATA," + block.length, piece);
            if (!ended) {
                piece.writeBytes(block);
                add("", piece);
            }
        }
        return piece.toByteArray();
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            // What was to be read has been read.
        }
    }

    private static void add(String line, ByteArrayOutputStream piece) {
        piece.writeBytes((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
}
