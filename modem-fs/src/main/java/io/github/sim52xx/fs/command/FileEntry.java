package io.github.sim52xx.fs.command;

import io.github.sim52xx.at.DataEntry;
import io.github.sim52xx.at.Reply;
import io.github.sim52xx.at.Response;
import io.github.sim52xx.fs.FileSystemError;
import io.github.sim52xx.fs.FileSystemException;
import io.github.sim52xx.fs.NewFile;
import io.github.sim52xx.fs.Storage;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The bytes that follow the prompt of one +CFTRANRX: as many as were announced, whatever they are. The file appears when
 * the last one is there. If it cannot be written the rest is taken all the same, for the DTE goes on sending, and ERROR
 * comes at the end. Confined to the modem's thread.
 */
final class FileEntry implements DataEntry {

    private final Storage storage;
    private final NewFile file;
    private int missing;
    private FileSystemException failure;

    /** @param length how many bytes there will be, at least one */
    FileEntry(Storage storage, NewFile file, int length) {
        this.storage = storage;
        this.file = file;
        this.missing = length;
    }

    @Override
    public Reply take(ByteBuffer typed, Echo echo) {
        byte[] bytes = new byte[Math.min(typed.remaining(), missing)];
        typed.get(bytes);
        echo.bytes(bytes, 0, bytes.length);
        write(bytes);
        missing -= bytes.length;
        return missing > 0 ? null : end();
    }

    @Override
    public void abandoned() {
        file.close();
    }

    private void write(byte[] bytes) {
        if (failure != null) {
            return;
        }
        try {
            file.write(bytes);
        } catch (FileSystemException e) {
            giveUp(e);
        } catch (IOException e) {
            giveUp(new FileSystemException(FileSystemError.WRITE, e));
        }
    }

    private Reply end() {
        if (failure == null) {
            try {
                file.commit();
                return Response.ok();
            } catch (FileSystemException e) {
                giveUp(e);
            }
        }
        storage.report(failure);
        return Response.error();
    }

    private void giveUp(FileSystemException cause) {
        failure = cause;
        file.close();
    }
}
