package io.github.sim52xx.email.mime;

import io.github.sim52xx.email.mime.Delimiters.Delimiter;
import java.io.Closeable;
import java.io.IOException;

/**
 * Reads a mail as it arrives and saves it as a text file and attachments. Feed it the mail, without dot-stuffing, in
 * pieces of any size by {@link #write}, then call {@link #end}; {@link #close} gives up. Lines end with CRLF or LF.
 * Whatever the mail is like, little of it is kept in memory and the only exceptions are those of the {@link MailFiles}.
 * Not thread-safe.
 */
public final class MailReader implements Closeable {

    private final OpenFiles files;
    private final MailText text;
    private final Attachments attachments;
    private final String textPrefix;
    private final String textExtension;
    private final Delimiters delimiters = new Delimiters();
    private final BodyParts parts;
    private final BodyReader body;
    /** The header that is being read; null in a body. */
    private HeaderReader header = new HeaderReader(true, delimiters);

    /**
     * @param files where the mail goes
     * @param textPrefix of the text file's name, before three digits: {@code EMAIL}
     * @param textExtension behind them: {@code .TXT}
     */
    public MailReader(MailFiles files, String textPrefix, String textExtension) {
        this.files = new OpenFiles(files);
        this.textPrefix = textPrefix;
        this.textExtension = textExtension;
        text = new MailText(this.files);
        attachments = new Attachments(this.files);
        parts = new BodyParts(this.files, text, attachments, delimiters);
        body = new BodyReader(delimiters, parts);
    }

    /** Takes the next bytes of the mail. */
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int end = offset + length;
        int i = offset;
        while (i < end) {
            if (header != null) {
                i = header.read(bytes, i, end);
                endOfHeader();
            } else {
                i = body.read(bytes, i, end);
                delimiter(body.takeDelimiter());
            }
        }
    }

    /** The mail is complete. */
    public SavedMail end() throws IOException {
        if (header != null) {
            header.end();
            endOfHeader();
        }
        body.end();
        delimiter(body.takeDelimiter());
        if (header != null) {
            header.end();
            endOfHeader();
        }
        parts.end();
        String name = text.finish(textPrefix, textExtension);
        return new SavedMail(name, attachments.saved(), attachments.leftOut());
    }

    /** Closes the files that are still being written; nothing else may be called then, nor after an exception. */
    @Override
    public void close() throws IOException {
        files.close();
    }

    private void endOfHeader() throws IOException {
        if (!header.isComplete()) {
            return;
        }
        HeaderReader ended = header;
        header = null;
        parts.begin(ended.block());
        delimiter(ended.delimiter());
        write(ended.rest(), 0, ended.rest().length);
    }

    private void delimiter(Delimiter delimiter) throws IOException {
        if (delimiter != null) {
            parts.delimited(delimiter);
            header = delimiter.close() ? null : new HeaderReader(false, delimiters);
        }
    }
}
