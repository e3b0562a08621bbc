/** {@code sim52xx commands}: the table of commands as a person or a tool reads it. */
package io.github.sim52xx.cli.reference;
