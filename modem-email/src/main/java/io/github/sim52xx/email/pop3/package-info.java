/**
 * The POP3 client of the modem (manual 20.2, application note 4). {@link io.github.sim52xx.email.pop3.Pop3Client} is
 * what the commands talk to; {@link io.github.sim52xx.email.pop3.Pop3Connection} talks to the server.
 */
package io.github.sim52xx.email.pop3;
