package io.github.sim52xx.email.mime;

import io.github.sim52xx.email.mime.Delimiters.Delimiter;
import java.io.IOException;

/**
 * The structure of a mail as it unfolds (RFC 2046 5.1): opens and closes multiparts, decides what becomes of each part
 * and passes its body on. A multipart in which no part begins is a text. Not thread-safe.
 */
final class BodyParts {

    private final OpenFiles files;
    private final MailText text;
    private final Attachments attachments;
    private final Delimiters delimiters;
    private boolean atMail = true;
    private ByteSink body = ByteSink.NOWHERE;
    /** What stands in the innermost multipart before its first part; null behind that. */
    private Spool preamble;

    BodyParts(OpenFiles files, MailText text, Attachments attachments, Delimiters delimiters) {
        this.files = files;
        this.text = text;
        this.attachments = attachments;
        this.delimiters = delimiters;
    }

    /** A header is complete, the body follows. */
    void begin(HeaderBlock header) throws IOException {
        header.end();
        PartHeader part = PartHeader.of(header, atMail ? "text/plain" : delimiters.defaultType());
        if (atMail) {
            text.header(header.mailFields());
        }
        atMail = false;
        if (part.use() != PartHeader.Use.MULTIPART) {
            body = leaf(part);
        } else if (delimiters.open(part.boundary(), part.defaultTypeOfParts())) {
            preamble = new Spool(files);
        } else {
            body = attachments.create(part.fileName(), part.type());
        }
    }

    /** True in a multipart of which no part has begun. */
    boolean beforeFirstPart() {
        return preamble != null;
    }

    void write(byte[] bytes, int offset, int length) throws IOException {
        if (preamble == null) {
            body.write(bytes, offset, length);
        } else {
            preamble.write(bytes, offset, length);
        }
    }

    /** As {@link ByteSink#writeCertain}. */
    int writeCertain(byte[] bytes, int from, int end) throws IOException {
        return preamble == null ? body.writeCertain(bytes, from, end) : from;
    }

    /** A delimiter has come: a header follows, or, behind the last part of a multipart, nothing that counts. */
    void delimited(Delimiter delimiter) throws IOException {
        boolean firstPart = preamble != null && !delimiter.close() && delimiter.level() == delimiters.depth() - 1;
        if (firstPart) {
            preamble.discard();
            preamble = null;
        } else {
            end();
        }
        delimiters.close(delimiter.close() ? delimiter.level() : delimiter.level() + 1);
    }

    /** The part at hand is complete. */
    void end() throws IOException {
        if (preamble != null) {
            body = plainText("");
            preamble.replay(body);
            preamble = null;
        }
        ByteSink ended = body;
        body = ByteSink.NOWHERE;
        ended.end();
    }

    private ByteSink leaf(PartHeader part) throws IOException {
        switch (part.use()) {
            case PLAIN_TEXT:
                boolean split = !part.type().startsWith("multipart/");
                return split ? part.encoding().decoder(plainText(part.charset()), files) : plainText("");
            case HTML_TEXT:
                return part.encoding().decoder(text.html(part.charset()), files);
            default:
                return part.encoding().decoder(attachments.create(part.fileName(), part.type()), files);
        }
    }

    private ByteSink plainText(String charset) {
        return new UuBlocks(text.plain(charset), attachments, files);
    }
}
