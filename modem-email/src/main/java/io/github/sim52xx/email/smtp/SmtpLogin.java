package io.github.sim52xx.email.smtp;

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

    @Override
    public String toString() {
        return "SmtpLogin[user=" + user + "]";
    }
}
