package io.github.sim52xx.cli.dte;

/** One thing that a DCE says (V.250 5.7). Texts are byte strings without their line breaks. */
public sealed interface Saying {

    /** A line of information text or of an unsolicited result code; empty where line breaks follow one another. */
    record Line(String text) implements Saying {}

    /**
     * The DCE asks for data.
     *
     * @param mark {@code >} or {@code >> }
     */
    record Prompt(String mark) implements Saying {}

    /**
     * What ends a command line.
     *
     * @param text {@code OK}, {@code +CME ERROR: 11}, after ATV0 {@code 0}
     */
    record Result(String text) implements Saying {

        /** True for OK and CONNECT. */
        public boolean isGood() {
            return text.equals("OK") || text.startsWith("CONNECT") || text.equals("0") || text.equals("1");
        }
    }
}
