/**
 * The same tests against different mail servers: the built-in one, Postfix and Dovecot from Debian's packages, the same
 * in a container. {@link io.github.sim52xx.it.servers.MailServerContract} is what they all have to pass; what a server
 * needs and this machine lacks is said in one line, and is a failure with the system property {@code sim52xx.all}.
 */
package io.github.sim52xx.it.servers;
