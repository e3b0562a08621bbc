package io.github.sim52xx.at;

/**
 * One execution of a command.
 *
 * @param form how it was typed
 * @param parameters its parameters, none read yet
 * @param terminal where it was typed
 */
public record Call(Form form, Parameters parameters, Terminal terminal) {}
