package io.github.sim52xx.cli.mail;

import java.io.IOException;

/** The mailbox holds as much as it may. */
final class MailboxFullException extends IOException {

    MailboxFullException() {
        super("the mailbox is full");
    }
}
