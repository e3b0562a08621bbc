package io.github.sim52xx.cli.mail;

import java.io.Closeable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The mailbox as one POP3 session sees it: the mails of the moment of login, some of them marked as deleted (RFC 1939 5).
 * What other sessions delete meanwhile can still be read here. Confined to the session's thread.
 */
final class Maildrop implements Closeable {

    private final Mailbox mailbox;
    private final List<StoredMail> mails;
    private final BitSet deleted = new BitSet();

    Maildrop(Mailbox mailbox) {
        this.mailbox = mailbox;
        this.mails = mailbox.retained();
    }

    /** The highest message number, deleted ones included. */
    int last() {
        return mails.size();
    }

    /** The mail of this number, 1 the first; null if there is none or it is deleted. */
    StoredMail mail(int number) {
        return number < 1 || number > mails.size() || deleted.get(number) ? null : mails.get(number - 1);
    }

    int count() {
        return mails.size() - deleted.cardinality();
    }

    long size() {
        long size = 0;
        for (int number = 1; number <= last(); number++) {
            StoredMail mail = mail(number);
            size += mail == null ? 0 : mail.size();
        }
        return size;
    }

    void delete(int number) {
        deleted.set(number);
    }

    void undelete() {
        deleted.clear();
    }

    /** The UPDATE state (RFC 1939 6): what is marked goes. */
    void update() {
        List<StoredMail> unwanted = new ArrayList<>();
        deleted.stream().forEach(number -> unwanted.add(mails.get(number - 1)));
        mailbox.remove(unwanted);
    }

    @Override
    public void close() {
        mails.forEach(mail -> mail.data().release());
    }
}
