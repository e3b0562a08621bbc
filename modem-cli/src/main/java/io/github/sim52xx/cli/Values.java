package io.github.sim52xx.cli;

import io.github.sim52xx.cli.port.Fragmentation;
import io.github.sim52xx.modem.Firmware;
import io.github.sim52xx.net.AllowRule;
import io.github.sim52xx.net.HostPort;
import io.github.sim52xx.net.ListenRule;
import io.github.sim52xx.net.MapRule;
import io.github.sim52xx.net.TlsRule;
import java.net.InetSocketAddress;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.TypeConversionException;

/** Reads option values. A bad one is a {@link TypeConversionException} that says in one line what is wrong. */
final class Values {

    private static final String UNITS = "KMG";
    /** Four gigabytes: files are kept in memory, and no card of the modem's time is larger. */
    private static final long LARGEST = 4L << 30;

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final Pattern FRAGMENTATION = Pattern.compile("(\\d+)(?:,(\\d{1,5})(ms|s))?");

    private Values() {}

    /** A number of bytes: {@code 128M}, {@code 16K}, {@code 1G}, {@code 11348480}; 4G at the most. */
    static long size(String text) {
        String number = text.toUpperCase(Locale.ROOT);
        int unit = number.isEmpty() ? -1 : UNITS.indexOf(number.charAt(number.length() - 1));
        if (unit >= 0) {
            number = number.substring(0, number.length() - 1);
        }
        if (!isNumber(number, 10) || Long.parseLong(number) == 0) {
            throw new TypeConversionException("'" + text + "' is no size such as 16M");
        }
        int shift = 10 * (unit + 1);
        if (Long.parseLong(number) > LARGEST >> shift) {
            throw new TypeConversionException("'" + text + "' is more than 4G, the largest drive");
        }
        return Long.parseLong(number) << shift;
    }

    /** {@code [HOST:]PORT}, by default on loopback. */
    static InetSocketAddress address(String text) {
        boolean port = isNumber(text, 5);
        if (!port && text.indexOf(':') < 0) {
            throw new TypeConversionException("not [HOST:]PORT: " + text);
        }
        HostPort address = checked(port ? "127.0.0.1:" + text : text, HostPort::parse);
        return new InetSocketAddress(address.host(), address.port());
    }

    static MapRule mapRule(String text) {
        return checked(text, MapRule::parse);
    }

    static ListenRule listenRule(String text) {
        return checked(text, ListenRule::parse);
    }

    static AllowRule allowRule(String text) {
        return checked(text, AllowRule::parse);
    }

    /** True for embedded, false for none. */
    static boolean mail(String text) {
        return switch (text) {
            case "embedded" -> true;
            case "none" -> false;
            default -> throw new TypeConversionException("'" + text + "' is neither embedded nor none");
        };
    }

    static Firmware firmware(String text) {
        for (Firmware firmware : Firmware.values()) {
            if (Integer.toString(firmware.year()).equals(text)) {
                return firmware;
            }
        }
        throw new TypeConversionException("'" + text + "' is none of 2010, 2012, 2014");
    }

    static int baud(String text) {
        if (!isNumber(text, 7) || Integer.parseInt(text) < 300 || Integer.parseInt(text) > 4_000_000) {
            throw new TypeConversionException("'" + text + "' is no speed from 300 to 4000000");
        }
        return Integer.parseInt(text);
    }

    /** {@code 8}, {@code 8,5ms}, {@code 64,1s}: up to 64K bytes, up to ten seconds between. */
    static Fragmentation fragmentation(String text) {
        Matcher matcher = FRAGMENTATION.matcher(text);
        if (!matcher.matches() || !isNumber(matcher.group(1), 5) || Integer.parseInt(matcher.group(1)) == 0) {
            throw new TypeConversionException("'" + text + "' is no BYTES[,DELAY] such as 8,5ms");
        }
        long delay = matcher.group(2) == null ? 1 : Long.parseLong(matcher.group(2));
        Duration between = "s".equals(matcher.group(3)) ? Duration.ofSeconds(delay) : Duration.ofMillis(delay);
        if (between.compareTo(LONGEST_PAUSE) > 0) {
            throw new TypeConversionException("'" + text + "' waits for more than 10s");
        }
        return new Fragmentation(Integer.parseInt(matcher.group(1)), between);
    }

    static int count(String text) {
        if (!isNumber(text, 6) || Integer.parseInt(text) == 0) {
            throw new TypeConversionException("'" + text + "' is no number from 1 to 999999");
        }
        return Integer.parseInt(text);
    }

    static TlsRule tlsRule(String text) {
        return checked(text, TlsRule::parse);
    }

    static long seed(String text) {
        if (!isNumber(text, 18)) {
            throw new TypeConversionException("'" + text + "' is no number of up to 18 digits");
        }
        return Long.parseLong(text);
    }

    static OffsetDateTime time(String text) {
        try {
            return OffsetDateTime.parse(text);
        } catch (DateTimeException e) {
            throw new TypeConversionException("'" + text + "' is no time such as 2010-02-02T11:04:57+08:00");
        }
    }

    private static <T> T checked(String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    private static boolean isNumber(String text, int maxDigits) {
        return !text.isEmpty() && text.length() <= maxDigits && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
