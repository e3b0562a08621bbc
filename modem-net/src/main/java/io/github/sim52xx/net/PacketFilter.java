package io.github.sim52xx.net;

import io.github.sim52xx.at.ParameterException;
import io.github.sim52xx.at.Parameters;
import io.github.sim52xx.at.Response;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One packet filter of a traffic flow template (27.007 10.1.3): {@code
 * 2,1,0,"74.125.71.99.255.255.255.255",0,0.0,0.0,0,0.0,0}.
 *
 * @param id 1 to 16, one of the context's filters
 * @param precedence 0 to 255; no two filters of a context have the same
 * @param source address and subnet mask in dotted numbers, 8 or 32 of them
 * @param destinationPorts {@code from.to}
 * @param securityIndex IPsec's, hexadecimal
 * @param typeOfService {@code type.mask}
 * @param flowLabel hexadecimal
 * @param direction 0 to 3, or empty
 */
public record PacketFilter(
        int cid,
        int id,
        int precedence,
        String source,
        int protocol,
        String destinationPorts,
        String sourcePorts,
        String securityIndex,
        String typeOfService,
        String flowLabel,
        String direction) {

    static final int MAX_ID = 16;

    private static final int MAX_BYTE = 255;
    private static final int MAX_PORT = 65535;
    private static final int MAX_DIRECTION = 3;
    private static final Pattern PAIR = Pattern.compile("(\\d{1,5})\\.(\\d{1,5})");
    private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern SOURCE = Pattern.compile(OCTET + "(\\." + OCTET + "){7}((\\." + OCTET + "){24})?");

    static PacketFilter read(int cid, Parameters parameters) {
        return new PacketFilter(
                cid,
                parameters.integer("<packet filter identifier>", 1, MAX_ID),
                parameters.integer("<evaluation precedence index>", 0, MAX_BYTE),
                source(parameters),
                parameters.integerOr("<protocol number>", 0, MAX_BYTE, 0),
                pair("<destination port range>", MAX_PORT, parameters),
                pair("<source port range>", MAX_PORT, parameters),
                hexadecimal("<spi>", 8, parameters),
                pair("<tos and mask>", MAX_BYTE, parameters),
                hexadecimal("<flow label>", 5, parameters),
                direction(parameters));
    }

    /** As it is printed, and as it can be read back. */
    @Override
    public String toString() {
        return cid + "," + id + "," + precedence + "," + Response.quoted(source) + "," + protocol + ","
                + destinationPorts + "," + sourcePorts + "," + securityIndex + "," + typeOfService + "," + flowLabel
                + (direction.isEmpty() ? "" : "," + direction);
    }

    private static String source(Parameters parameters) {
        String source = parameters.stringOr("<source address and subnet mask>", 0, 127, "");
        if (!source.isEmpty() && !SOURCE.matcher(source).matches()) {
            throw new ParameterException("not an address and its mask: " + source);
        }
        return source;
    }

    private static String pair(String name, int max, Parameters parameters) {
        if (!parameters.given()) {
            parameters.skip();
            return "0.0";
        }
        String typed = parameters.word(name, 3, 11);
        Matcher pair = PAIR.matcher(typed);
        if (!pair.matches() || Integer.parseInt(pair.group(1)) > max || Integer.parseInt(pair.group(2)) > max) {
            throw new ParameterException(name + " is not two numbers up to " + max + ": " + typed);
        }
        return typed;
    }

    private static String hexadecimal(String name, int digits, Parameters parameters) {
        if (!parameters.given()) {
            parameters.skip();
            return "0";
        }
        String typed = parameters.word(name, 1, digits);
        if (!typed.matches("\\p{XDigit}+")) {
            throw new ParameterException(name + " is not hexadecimal: " + typed);
        }
        return Long.toHexString(Long.parseLong(typed, 16)).toUpperCase(Locale.ROOT);
    }

    private static String direction(Parameters parameters) {
        int direction = parameters.integerOr("<direction>", 0, MAX_DIRECTION, -1);
        return direction < 0 ? "" : Integer.toString(direction);
    }
}
