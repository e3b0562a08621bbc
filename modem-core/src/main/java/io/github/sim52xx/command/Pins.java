package io.github.sim52xx.command;

import io.github.sim52xx.at.ParameterException;
import io.github.sim52xx.at.Parameters;

/** Reads PINs, PUKs and passwords: 4 to 8 digits, with or without quotes. */
final class Pins {

    private Pins() {}

    static String read(Parameters parameters, String name) {
        String code = parameters.word(name, 4, 8);
        if (!code.chars().allMatch(c -> c >= '0' && c <= '9')) {
            // Not repeated in the message: a code belongs in no log.
            throw new ParameterException(name + " is not 4 to 8 digits");
        }
        return code;
    }
}
