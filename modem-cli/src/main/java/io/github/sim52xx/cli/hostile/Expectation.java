package io.github.sim52xx.cli.hostile;

import io.github.sim52xx.cli.mail.Protocol;
import java.util.List;
import java.util.Map;

/**
 * What a modem makes of a script. Command lines and codes are byte strings.
 *
 * @param before typed first, each to be answered OK
 * @param command typed then
 * @param code what comes of it, {@code +SMTP: SERVER ERROR}
 * @param files that the modem must have, with their sizes
 */
public record Expectation(List<String> before, String command, String code, Map<String, Integer> files) {

    public Expectation {
        before = List.copyOf(before);
        files = Map.copyOf(files);
    }

    /** What the script is about. */
    public Protocol protocol() {
        return code.startsWith("+SMTP:") ? Protocol.SMTP : Protocol.POP3;
    }
}
