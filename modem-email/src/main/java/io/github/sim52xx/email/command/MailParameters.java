package io.github.sim52xx.email.command;

import io.github.sim52xx.at.ParameterException;
import io.github.sim52xx.at.Parameters;

/** Reads what the mail commands have in common. Nothing that could become a line of its own in a dialogue or header. */
final class MailParameters {

    static final int MAX_ADDRESS = 128;
    static final int MAX_NAME = 64;
    static final int MAX_PORT = 65535;

    private MailParameters() {}

    /** A server name or mail address: ASCII without blanks, brackets or control characters. */
    static String address(Parameters parameters, String name) {
        String address = parameters.string(name, 1, MAX_ADDRESS);
        if (!address.chars().allMatch(c -> c > ' ' && c < 127 && c != '<' && c != '>')) {
            throw new ParameterException(name + " has characters that no address has");
        }
        return address;
    }

    /** Text on one line, in any charset; empty if it has been left out. */
    static String line(Parameters parameters, String name, int max) {
        return withoutControls(parameters.stringOr(name, 0, max, ""), name);
    }

    /** A user name or password: one line. */
    static String credential(Parameters parameters, String name, int min) {
        return withoutControls(parameters.string(name, min, MAX_ADDRESS), name);
    }

    private static String withoutControls(String text, String name) {
        if (text.chars().anyMatch(c -> c < ' ' || c == 127)) {
            throw new ParameterException(name + " has control characters");
        }
        return text;
    }
}
