package io.github.sim52xx.cli;

import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A number of bytes as one types it: {@code 128M}, {@code 16K}, {@code 1G}, {@code 11348480}. */
record Size(long bytes) {

    private static final String UNITS = "KMG";

    /** Reads a size from the command line. */
    static final class Converter implements ITypeConverter<Size> {
        @Override
        public Size convert(String text) {
            return parse(text);
        }
    }

    static Size parse(String text) {
        String number = text.toUpperCase(Locale.ROOT);
        int unit = number.isEmpty() ? -1 : UNITS.indexOf(number.charAt(number.length() - 1));
        if (unit >= 0) {
            number = number.substring(0, number.length() - 1);
        }
        if (!number.matches("\\d{1,12}") || Long.parseLong(number) == 0) {
            throw new TypeConversionException("'" + text + "' is no size such as 16M");
        }
        return new Size(Long.parseLong(number) << 10 * (unit + 1));
    }
}
