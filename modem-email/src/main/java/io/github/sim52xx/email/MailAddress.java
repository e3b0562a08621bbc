package io.github.sim52xx.email;

/**
 * A mail address and the name of whom it belongs to, one byte a character.
 *
 * @param name may be empty
 */
public record MailAddress(String address, String name) {}
