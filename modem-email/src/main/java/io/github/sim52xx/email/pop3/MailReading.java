package io.github.sim52xx.email.pop3;

import io.github.sim52xx.at.Reply;
import io.github.sim52xx.at.Response;
import io.github.sim52xx.at.ResultCode;
import io.github.sim52xx.email.MailOperation;
import io.github.sim52xx.fs.Drive;
import io.github.sim52xx.fs.FileSystemException;
import io.github.sim52xx.fs.ModemPath;
import io.github.sim52xx.fs.Storage;
import io.github.sim52xx.modem.Modem;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * +POP3READ: prints the text file of a mail as it is, and OK on a line of its own behind it (manual 20.2.10). Not while
 * a mail is being fetched. On the modem's thread.
 */
public final class MailReading {

    private static final int PIECE = 16 * 1024;
    private static final byte[] CRLF = {'\r', '\n'};

    private MailReading() {}

    /** The mail fetched last. */
    public static Reply last(Modem modem) {
        ModemPath file = modem.part(Pop3Client.class).lastMail();
        return file == null ? refused(modem, "no mail has been fetched yet") : print(modem, file);
    }

    /**
     * A mail on {@code drive}.
     *
     * @param typed its path under {@code Email}, a byte string
     */
    public static Reply stored(Modem modem, Drive drive, String typed) {
        try {
            ModemPath mails = ModemPath.root(drive).child("Email");
            ModemPath file = ModemPath.parse(typed, mails);
            boolean inside = file.toString().startsWith(mails + "/");
            return inside ? print(modem, file) : refused(modem, "not a file under " + mails);
        } catch (FileSystemException e) {
            return refused(modem, e.getMessage());
        }
    }

    private static Reply print(Modem modem, ModemPath file) {
        if (modem.part(Pop3Client.class).isFetching()) {
            return refused(modem, "a mail is being fetched");
        }
        try {
            InputStream content = modem.part(Storage.class).volume(file.drive()).open(file);
            return new Reply.Stream(new Content(content), ResultCode.OK);
        } catch (FileSystemException e) {
            return refused(modem, e.getMessage());
        }
    }

    private static Response refused(Modem modem, String cause) {
        return new MailOperation(modem, "AT+POP3READ").refused(cause);
    }

    /** The file in pieces, with a line end behind it if it has none. */
    private static final class Content implements Reply.Body {

        private final InputStream in;
        private byte last = '\n';
        private boolean ended;

        Content(InputStream in) {
            this.in = in;
        }

        @Override
        public byte[] next() throws IOException {
            if (ended) {
                return null;
            }
            byte[] piece = new byte[PIECE];
            int length = in.readNBytes(piece, 0, PIECE);
            if (length == 0) {
                ended = true;
                return last == '\n' ? null : CRLF;
            }
            last = piece[length - 1];
            return length == PIECE ? piece : Arrays.copyOf(piece, length);
        }

        @Override
        public void close() {
            try {
                in.close();
            } catch (IOException e) {
                // What was to be read has been read.
            }
        }
    }
}
