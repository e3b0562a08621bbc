package io.github.sim52xx.cli.world;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an argument may be: how it is read, how it is described, and its JSON schema. Immutable. */
public sealed interface Kind {

    /** The value, or null if the text is none of this kind. */
    Object read(String text);

    /** For a synopsis: {@code 0-31}, {@code home|roaming}, {@code DURATION}. */
    String shape();

    /** For a sentence: "a number from 0 to 31". */
    String rule();

    /** One that is right. */
    String example();

    /** The words that it may be, for completion. */
    default List<String> words() {
        return List.of();
    }

    /** JSON Schema 2020-12. */
    Map<String, Object> schema();

    /** A whole number, {@link Long}. */
    record Whole(long least, long most) implements Kind {

        private static final Pattern DIGITS = Pattern.compile("-?\\d{1,18}");

        @Override
        public Object read(String text) {
            if (!DIGITS.matcher(text).matches()) {
                return null;
            }
            long value = Long.parseLong(text);
            return value >= least && value <= most ? value : null;
        }

        @Override
        public String shape() {
            return least == most ? Long.toString(least) : least + "-" + most;
        }

        @Override
        public String rule() {
            return least == most ? Long.toString(least) : "a number from " + least + " to " + most;
        }

        @Override
        public String example() {
            return Long.toString(least <= 12 && most >= 12 ? 12 : least);
        }

        @Override
        public Map<String, Object> schema() {
            return Plain.object("type", "integer", "minimum", least, "maximum", most);
        }
    }

    /** A number with or without a fraction, {@link Double}. */
    record Decimal(double least, double most) implements Kind {

        private static final Pattern DIGITS = Pattern.compile("-?\\d{1,15}(\\.\\d{1,15})?");

        @Override
        public Object read(String text) {
            if (!DIGITS.matcher(text).matches()) {
                return null;
            }
            double value = Double.parseDouble(text);
            return value >= least && value <= most ? value : null;
        }

        @Override
        public String shape() {
            return plain(least) + "-" + plain(most);
        }

        @Override
        public String rule() {
            return "a number such as 2 or 0.5 from " + plain(least) + " to " + plain(most);
        }

        @Override
        public String example() {
            return least <= 10 && most >= 10 ? "10" : plain(least);
        }

        @Override
        public Map<String, Object> schema() {
            return Plain.object("type", "number", "minimum", least, "maximum", most);
        }

        private static String plain(double value) {
            return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
        }
    }

    /** One of a few words, in lower case, {@link String}. */
    record Word(List<String> words) implements Kind {

        public Word {
            words = List.copyOf(words);
        }

        @Override
        public Object read(String text) {
            String word = text.toLowerCase(Locale.ROOT);
            return words.contains(word) ? word : null;
        }

        @Override
        public String shape() {
            return String.join("|", words);
        }

        @Override
        public String rule() {
            return words.size() == 1
                    ? words.get(0)
                    : String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.get(words.size() - 1);
        }

        @Override
        public String example() {
            return words.get(0);
        }

        @Override
        public Map<String, Object> schema() {
            return Plain.object("type", "string", "enum", words);
        }
    }

    /**
     * A text, {@link String}.
     *
     * @param pattern what it matches as a whole
     * @param rule what that means
     */
    record Text(Pattern pattern, String shape, String rule, String example) implements Kind {

        @Override
        public Object read(String text) {
            return pattern.matcher(text).matches() ? text : null;
        }

        @Override
        public Map<String, Object> schema() {
            return Plain.object("type", "string", "pattern", "^(?:" + pattern.pattern() + ")$");
        }
    }

    /** {@code 250ms}, {@code 2s}, {@code 5m}, {@code 1h}, {@code 3d}: {@link Duration}. */
    record Span(Duration most) implements Kind {

        private static final Pattern SPAN = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

        @Override
        public Object read(String text) {
            Matcher span = SPAN.matcher(text);
            if (!span.matches()) {
                return null;
            }
            long count = Long.parseLong(span.group(1));
            Duration duration = switch (span.group(2)) {
                case "ms" -> Duration.ofMillis(count);
                case "s" -> Duration.ofSeconds(count);
                case "m" -> Duration.ofMinutes(count);
                case "h" -> Duration.ofHours(count);
                default -> Duration.ofDays(count);
            };
            return duration.compareTo(most) <= 0 ? duration : null;
        }

        @Override
        public String shape() {
            return "DURATION";
        }

        @Override
        public String rule() {
            return "a duration such as 250ms, 2s, 5m, 1h or 3d, at the most "
                    + (most.toDays() > 1 ? most.toDays() + "d" : most.toHours() + "h");
        }

        @Override
        public String example() {
            return "250ms";
        }

        @Override
        public Map<String, Object> schema() {
            return Plain.object("type", "string", "pattern", "^(?:" + SPAN.pattern() + ")$");
        }
    }

    /** {@code 512}, {@code 16K}, {@code 256M}, {@code 1G}: bytes, {@link Long}. */
    record Size(long least, long most) implements Kind {

        private static final Pattern SIZE = Pattern.compile("(\\d{1,11})([KMG]?)", Pattern.CASE_INSENSITIVE);

        @Override
        public Object read(String text) {
            Matcher size = SIZE.matcher(text);
            if (!size.matches()) {
                return null;
            }
            int shift = 10 * ("KMG".indexOf(size.group(2).toUpperCase(Locale.ROOT)) + 1);
            long count = Long.parseLong(size.group(1));
            int bits = size.group(2).isEmpty() ? 0 : shift;
            return count <= most >> bits && count << bits >= least ? count << bits : null;
        }

        @Override
        public String shape() {
            return "SIZE";
        }

        @Override
        public String rule() {
            return "a size such as 65536, 16K or 256M, from " + (least >> 10) + "K to " + (most >> 20) + "M";
        }

        @Override
        public String example() {
            return "16M";
        }

        @Override
        public Map<String, Object> schema() {
            return Plain.object(
                    "type", List.of("string", "integer"), "pattern", "^\\d{1,11}[KMGkmg]?$", "minimum", least);
        }
    }

    /**
     * {@code 2010-02-02T11:04:57+08:00}: {@link OffsetDateTime}, as a network can tell it (TS 24.008 10.5.3.9): a year of
     * two digits, and a zone in quarters of an hour.
     */
    record Moment() implements Kind {

        private static final int FIRST_YEAR = 2000;
        private static final int LAST_YEAR = 2099;
        private static final int QUARTER_HOUR = 900;

        @Override
        public Object read(String text) {
            try {
                OffsetDateTime time = OffsetDateTime.parse(text);
                boolean told = time.getYear() >= FIRST_YEAR
                        && time.getYear() <= LAST_YEAR
                        && time.getOffset().getTotalSeconds() % QUARTER_HOUR == 0;
                return told ? time : null;
            } catch (DateTimeException e) {
                return null;
            }
        }

        @Override
        public String shape() {
            return "TIME";
        }

        @Override
        public String rule() {
            return "a time such as " + example() + " of the years 2000 to 2099, its zone in quarters of an hour";
        }

        @Override
        public String example() {
            return "2010-02-02T11:04:57+08:00";
        }

        @Override
        public Map<String, Object> schema() {
            return Plain.object("type", "string", "format", "date-time");
        }
    }

    /** One or the other; what the first one reads is its value. */
    record Either(Kind first, Kind second) implements Kind {

        @Override
        public Object read(String text) {
            Object value = first.read(text);
            return value != null ? value : second.read(text);
        }

        @Override
        public String shape() {
            return first.shape() + "|" + second.shape();
        }

        @Override
        public List<String> words() {
            List<String> words = new ArrayList<>(first.words());
            words.addAll(second.words());
            return words;
        }

        @Override
        public String rule() {
            return first.rule() + ", or " + second.rule();
        }

        @Override
        public String example() {
            return first.example();
        }

        @Override
        public Map<String, Object> schema() {
            return Plain.object("anyOf", new ArrayList<>(List.of(first.schema(), second.schema())));
        }
    }
}
