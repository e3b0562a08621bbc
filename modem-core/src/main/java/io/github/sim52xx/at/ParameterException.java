package io.github.sim52xx.at;

/**
 * A parameter is missing, superfluous, malformed or out of range. Thrown while a command reads its parameters, before
 * it has changed anything; answered with plain ERROR, the manual's answer to every malformed write form.
 */
public final class ParameterException extends RuntimeException {

    public ParameterException(String message) {
        // Host code may send thousands of bad lines a second, and nobody reads the stack of a typing mistake.
        super(message, null, false, false);
    }
}
