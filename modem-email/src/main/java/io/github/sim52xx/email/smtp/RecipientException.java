package io.github.sim52xx.email.smtp;

import jakarta.mail.MessagingException;

/** RCPT did not succeed. */
final class RecipientException extends MessagingException {

    private final String address;

    RecipientException(String address, MessagingException cause) {
        super(cause.getMessage(), cause);
        this.address = address;
    }

    String address() {
        return address;
    }
}
