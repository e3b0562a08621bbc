package io.github.sim52xx.email.smtp;

import io.github.sim52xx.email.Secret;

/**
 * How to log in (+SMTPAUTH).
 *
 * @param user null to send without login
 */
public record SmtpLogin(String user, String password) {

    /** No login. */
    public static final SmtpLogin NONE = new SmtpLogin(null, null);

    public boolean isUsed() {
        return user != null;
    }

    /** What no message may show. */
    Secret secret() {
        return isUsed() ? new Secret(user, password) : Secret.NONE;
    }

    @Override
    public String toString() {
        return "SmtpLogin[user=" + user + "]";
    }
}
