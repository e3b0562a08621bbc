/**
 * Takes a received mail apart while it arrives (RFC 5322, RFC 2045 to 2047, RFC 2183, RFC 2231): a text file with four
 * header lines and the text, and every attachment as a file of its own. Nothing is kept in memory but the line or the
 * field at hand. Start with {@link io.github.sim52xx.email.mime.MailReader}.
 */
package io.github.sim52xx.email.mime;
