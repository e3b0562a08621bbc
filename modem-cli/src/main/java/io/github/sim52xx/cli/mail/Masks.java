package io.github.sim52xx.cli.mail;

/** Hides what nobody shall read in a transcript. */
final class Masks {

    static final String MASK = "***";

    private Masks() {}

    /** The argument as it may be shown. */
    static String argument(String verb, String argument) {
        return switch (verb) {
            case "PASS" -> MASK;
            case "AUTH", "APOP" -> {
                int blank = argument.indexOf(' ');
                yield blank < 0 ? argument : argument.substring(0, blank + 1) + MASK;
            }
            default -> argument;
        };
    }
}
