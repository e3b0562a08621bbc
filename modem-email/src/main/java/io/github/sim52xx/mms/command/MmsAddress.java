package io.github.sim52xx.mms.command;

import io.github.sim52xx.at.ParameterException;
import io.github.sim52xx.at.Parameters;

/** Reads whom a message is for: a telephone number of up to 40 digits, or a mail address of up to 60 characters. */
final class MmsAddress {

    private static final int MAX_MAIL_ADDRESS = 60;

    private MmsAddress() {}

    /** The last parameter. */
    static String last(Parameters parameters, String name) {
        String address = parameters.string(name, 1, MAX_MAIL_ADDRESS);
        parameters.end();
        if (!address.matches("\\+?[0-9*#]{1,40}|[!-~&&[^\"<>;,@]]+@[!-~&&[^\"<>;,@]]+")) {
            throw new ParameterException(name + " is neither a number nor a mail address");
        }
        return address;
    }
}
