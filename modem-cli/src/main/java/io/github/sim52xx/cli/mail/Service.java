package io.github.sim52xx.cli.mail;

import io.github.sim52xx.modem.Time;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What all sessions of a server share.
 *
 * @param authRequired SMTP takes no mail before AUTH
 * @param sizeLimit the largest mail that SMTP takes, in octets
 * @param stamps what time stamps show in place of the time, the first one's number in front; null: the time
 */
record Service(Mailbox mailbox, Accounts accounts, boolean authRequired, long sizeLimit, Time time, Stamps stamps) {

    /** Time stamps that are the same whenever the server starts. */
    record Stamps(long seed, AtomicLong count) {}

    /** The name the server goes by. */
    static final String NAME = "sim52xx";

    private static final AtomicLong STAMPS = new AtomicLong();

    /** A time stamp as APOP and CRAM-MD5 want it: in the form of a message id, and never the same. */
    String stamp() {
        if (stamps != null) {
            return "<" + stamps.count().incrementAndGet() + "." + stamps.seed() + "@" + NAME + ">";
        }
        return "<" + STAMPS.incrementAndGet() + "." + time.now().toEpochMilli() + "@" + NAME + ">";
    }
}
