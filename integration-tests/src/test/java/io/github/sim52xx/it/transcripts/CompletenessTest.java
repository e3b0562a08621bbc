package io.github.sim52xx.it.transcripts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.at.Command;
import io.github.sim52xx.at.CommandLineParser;
import io.github.sim52xx.at.CommandTable;
import io.github.sim52xx.at.Form;
import io.github.sim52xx.at.ParameterException;
import io.github.sim52xx.at.TypedCommand;
import io.github.sim52xx.cli.Simulation;
import io.github.sim52xx.cli.transcript.Step;
import io.github.sim52xx.fs.StorageOptions;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.net.Resolver;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No command without a transcript: each occurs in one, in every form that it has; other names of it, executed. */
class CompletenessTest {

    private static final Pattern LINE = Pattern.compile("[Aa][Tt](.*?)\r?");

    private final CommandTable<Modem> table = Simulation.blueprint(
                    StorageOptions.DEFAULT, new Resolver(List.of(), List.of()))
            .build()
            .table();
    private final Set<String> typed = new HashSet<>();

    @Test
    void everyFormOfEveryCommandOccursInATranscript() {
        for (var transcript : Transcripts.all()) {
            for (Step step : transcript.steps()) {
                if (step.act() instanceof Step.Act.Send send) {
                    read(send.bytes());
                }
            }
        }
        assertThat(table.commands().stream().distinct().flatMap(CompletenessTest::wanted))
                .filteredOn(form -> !typed.contains(form))
                .isEmpty();
    }

    private void read(String sent) {
        Matcher line = LINE.matcher(sent);
        if (!line.matches()) {
            return;
        }
        try {
            CommandLineParser commands = new CommandLineParser(line.group(1));
            while (commands.hasNext()) {
                TypedCommand command = commands.next();
                typed.add(command.name() + command.form().suffix());
            }
        } catch (ParameterException e) {
            // Some transcripts are about lines that hold no command.
        }
    }

    private static Stream<String> wanted(Command<Modem> command) {
        Stream<String> forms =
                Stream.of(Form.values()).filter(command::has).map(form -> command.name() + form.suffix());
        return Stream.concat(forms, command.aliases().stream());
    }
}
