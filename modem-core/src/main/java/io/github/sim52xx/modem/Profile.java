package io.github.sim52xx.modem;

import io.github.sim52xx.gps.Reception;
import java.util.List;

/**
 * A particular device: what it is, its SIM, its network, where it is, and commands of its own. A null means the default.
 *
 * @param settings commands that only store and print parameters
 * @param replies commands with a constant answer
 * @param gps where it is
 */
public record Profile(
        Identity identity,
        SimCard sim,
        Network network,
        List<PlainSetting> settings,
        List<CannedReply> replies,
        Reception gps) {

    public static final Profile DEFAULT = new Profile(null, null, null, null, null, null);

    public Profile {
        identity = identity == null ? Identity.DEFAULT : identity;
        network = network == null ? Network.DEFAULT : network;
        sim = (sim == null ? SimCard.DEFAULT : sim).issuedBy(network.operator());
        settings = settings == null ? List.of() : List.copyOf(settings);
        gps = gps == null ? Reception.NONE : gps;
        replies = replies == null ? List.of() : List.copyOf(replies);
    }

    /**
     * A setting like the built-in ones.
     *
     * @param command its name, {@code +XLED}
     * @param purpose for the list of commands
     * @param fields its parameters
     * @param nonVolatile whether the values outlive power-off
     */
    public record PlainSetting(String command, String purpose, List<Field> fields, boolean nonVolatile) {

        public PlainSetting {
            purpose = purpose == null ? "setting of the profile" : purpose;
            if (command == null || fields == null || fields.isEmpty()) {
                throw new IllegalArgumentException("a setting needs a command and fields");
            }
        }

        /**
         * One parameter: a number from {@code min} to {@code max}, or with {@code maxLength} a string.
         *
         * @param initial the value after power-on; null for {@code min} or the empty string
         */
        public record Field(String name, Integer min, Integer max, Integer maxLength, String initial) {

            public Field {
                boolean number = maxLength == null;
                if (name == null || number && (min == null || max == null)) {
                    throw new IllegalArgumentException("a field needs a name, and min and max or maxLength");
                }
                if (number && min > max) {
                    throw new IllegalArgumentException("min of " + name + " is more than max");
                }
                if (initial == null) {
                    initial = number ? min.toString() : "";
                }
                if (number && !initial.matches("-?\\d{1,9}")) {
                    throw new IllegalArgumentException("initial of " + name + " is no number: " + initial);
                }
            }
        }
    }

    /**
     * A constant answer.
     *
     * @param line the command as typed behind AT, form and parameters included: {@code +XVER?}
     * @param lines its information text
     * @param error true if ERROR follows, not OK
     */
    public record CannedReply(String line, List<String> lines, boolean error) {

        public CannedReply {
            lines = lines == null ? List.of() : List.copyOf(lines);
            if (line == null) {
                throw new IllegalArgumentException("a reply needs a line");
            }
        }
    }
}
