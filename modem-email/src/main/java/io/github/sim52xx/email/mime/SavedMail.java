package io.github.sim52xx.email.mime;

import java.util.List;

/**
 * What a mail has become.
 *
 * @param textFile name of the text file, {@code EMAIL000.TXT}
 * @param attachments in the order of the mail
 * @param leftOut how many attachments were not saved because the mail has too many
 */
public record SavedMail(String textFile, List<Attachment> attachments, int leftOut) {

    /** One attachment: the name of its file and the number of bytes in it. */
    public record Attachment(String name, long size) {}
}
