package io.github.sim52xx.it.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.testing.AtDialogue;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A terminal on which answers and late reports are told apart: what is asked for is returned up to its end, and what
 * follows is kept for the next question. Bytes are Latin-1 characters.
 */
public final class Dte {

    private static final Pattern RESULT = Pattern.compile("\r\n(OK|ERROR|\\+CME ERROR: [^\r]*)\r\n");

    private static final Pattern LINE = Pattern.compile("[^\r\n]+\r\n");

    private final AtDialogue dialogue;
    private final StringBuilder received = new StringBuilder();

    private Dte(AtDialogue dialogue) {
        this.dialogue = dialogue;
    }

    public static Dte on(Modem modem) {
        return new Dte(AtDialogue.on(modem));
    }

    /** As {@link #on}, with the echo switched off. */
    public static Dte quiet(Modem modem) {
        Dte dte = on(modem);
        dte.send("ATE0\r");
        dte.awaitResult();
        return dte;
    }

    /** Types characters and returns everything that is there at once. */
    public String type(String characters) {
        received.append(dialogue.type(characters));
        return taken();
    }

    /** Types characters; what comes is for the next question. */
    public void send(String characters) {
        received.append(dialogue.type(characters));
    }

    /** Types a line and returns its answer, however long that takes, to the byte. */
    public String exact(String line) {
        send(line + "\r");
        return await(RESULT);
    }

    /** As {@link #exact}, by lines, without empty ones. */
    public List<String> line(String line) {
        return AtDialogue.lines(exact(line));
    }

    /** Types lines that have to be answered with nothing but OK. */
    public void ok(String... lines) {
        for (String line : lines) {
            assertThat(exact(line)).as(line).isEqualTo("\r\nOK\r\n");
        }
    }

    /** Types lines that have to be answered with nothing but ERROR. */
    public void error(String... lines) {
        for (String line : lines) {
            assertThat(exact(line)).as(line).isEqualTo("\r\nERROR\r\n");
        }
    }

    /** Waits for {@code text} and returns what has come up to its end. */
    public String await(String text) {
        return await(Pattern.compile(Pattern.quote(text)));
    }

    /** Waits for the answer of a line that was typed before. */
    public String awaitResult() {
        return await(RESULT);
    }

    /** Waits for one line of text and returns it with all line ends around it. */
    String awaitLine() {
        return await(LINE);
    }

    /** Everything that has come. */
    public String taken() {
        received.append(dialogue.taken());
        String all = received.toString();
        received.setLength(0);
        return all;
    }

    public void hangUp() {
        dialogue.hangUp();
    }

    private String await(Pattern pattern) {
        Matcher matcher = pattern.matcher(received);
        while (!matcher.find()) {
            received.append(dialogue.await("\n"));
            matcher.reset();
        }
        String found = received.substring(0, matcher.end());
        received.delete(0, matcher.end());
        return found;
    }
}
