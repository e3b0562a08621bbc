/**
 * Puts an outgoing mail together (RFC 5322, RFC 2045 to 2047) and writes it as a stream. Start with {@link
 * io.github.sim52xx.email.compose.OutgoingMail}.
 */
package io.github.sim52xx.email.compose;
