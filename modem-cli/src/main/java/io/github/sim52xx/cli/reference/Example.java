package io.github.sim52xx.cli.reference;

import io.github.sim52xx.at.Command;
import io.github.sim52xx.at.Form;
import io.github.sim52xx.cli.dte.Answer;
import io.github.sim52xx.cli.dte.Dte;
import io.github.sim52xx.cli.dte.Saying;
import io.github.sim52xx.cli.transcript.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * The example of a command, carried out.
 *
 * @param values the answer to the test form without its OK: which values there are; empty if it has none
 * @param preparation what came before it
 * @param answer what the modem said to it, result code, prompt and late reports included
 */
public record Example(List<String> values, Preparation preparation, List<String> answer) {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** Lines of one report come together. */
    private static final Duration PAUSE = Duration.ofMillis(50);
    /** What a modem with nothing else to do sends behind a {@code >} is there at once. */
    private static final Duration SILENCE = Duration.ofMillis(50);

    private static final String DATA = "0123456789";
    /** Those that report their outcome when they have long been answered. */
    private static final Set<String> REPORTED_LATER = Set.of("AT+SMTPSEND", "AT+POP3GET=1");

    public Example {
        values = List.copyOf(values);
        answer = List.copyOf(answer);
    }

    /**
     * Carries out the example of {@code command}.
     *
     * @param wire to a fresh modem, with the fixtures of {@code preparation} around it
     */
    public static Example of(Command<?> command, Preparation preparation, Wire wire) throws IOException {
        Dte dte = new Dte(wire, SILENCE);
        List<String> values = command.has(Form.TEST)
                ? dte.execute("AT" + command.name() + "=?", PATIENCE).lines()
                : List.of();
        for (Iterator<String> lines = preparation.lines().iterator(); lines.hasNext(); ) {
            hear(dte, lines.next(), lines);
        }
        return new Example(
                values, preparation, hear(dte, command.example(), List.of(DATA).iterator()));
    }

    /** @param more gives the data if the modem asks for some */
    private static List<String> hear(Dte dte, String line, Iterator<String> more) throws IOException {
        List<String> heard = new ArrayList<>();
        Answer answer = dte.execute(line, PATIENCE);
        heard.addAll(answer.lines());
        if (answer.end() instanceof Saying.Prompt prompt) {
            heard.add(prompt.mark());
            String data = more.next();
            heard.add(data);
            dte.enter(data.getBytes(StandardCharsets.ISO_8859_1));
            answer = dte.answer(line, PATIENCE);
            heard.addAll(answer.lines());
        }
        if (answer.end() instanceof Saying.Result result) {
            heard.add(result.text());
        }
        if (answer.isGood() && REPORTED_LATER.contains(line)) {
            addReport(dte, heard);
        }
        return heard;
    }

    private static void addReport(Dte dte, List<String> heard) throws IOException {
        Duration patience = PATIENCE;
        for (Saying saying = dte.next(patience); saying != null; saying = dte.next(patience)) {
            if (saying instanceof Saying.Line line && !line.text().isEmpty()) {
                heard.add(line.text());
                patience = PAUSE;
            }
        }
    }
}
