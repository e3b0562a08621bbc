/**
 * What {@code sim52xx fs} does with the files of a modem, wherever that is: {@link
 * io.github.sim52xx.cli.files.ModemFiles} in the state directory of a stopped one, or behind the AT line of a running one.
 */
package io.github.sim52xx.cli.files;
