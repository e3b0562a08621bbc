package io.github.sim52xx.at;

/**
 * One command as typed: {@code +SMTPRCPT} in form WRITE with the arguments {@code 0,1}. A basic command's number is its
 * argument: {@code E0} is {@code E} with {@code 0}.
 *
 * @param name in upper case, with its {@code +}, {@code &} or {@code \}
 * @param arguments what stands behind the name; empty in the other three forms of an extended command
 */
public record TypedCommand(String name, Form form, String arguments) {}
