/**
 * The AT command language of V.250 and 27.007: command lines, forms, parameters, result codes and the table of
 * commands. Nothing here does I/O, starts a thread or knows a modem. Start with {@link
 * io.github.sim52xx.at.CommandTable}.
 */
package io.github.sim52xx.at;
