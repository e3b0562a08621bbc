package io.github.sim52xx.email.pop3;

/**
 * Why something that the server was asked did not work.
 *
 * @param cause for the console
 * @param sessionOver true if the connection is of no use any more
 */
record Pop3Failure(Pop3Code code, String cause, boolean sessionOver) {}
