package io.github.sim52xx.at;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineParserTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "E0 | E EXECUTE 0",
                "e | E EXECUTE",
                "&F1 | &F EXECUTE 1",
                "& d 2 | &D EXECUTE 2",
                "\\v1 | \\V EXECUTE 1",
                "S3=13 | S3 WRITE 13",
                "S003? | S3 READ",
                "S7 | S7 EXECUTE",
                "+csq | +CSQ EXECUTE",
                "#CSQ | +CSQ EXECUTE",
                "$CSQ | +CSQ EXECUTE",
                "*CNTI? | *CNTI READ",
                "+CMEE = ? | +CMEE TEST",
                "+CMEE=2 | +CMEE WRITE 2",
                "+SMTPSUB=\"a;b\" | +SMTPSUB WRITE \"a;b\"",
                "D10086; | D EXECUTE 10086;",
                "D*99# | D EXECUTE *99#",
            })
    void oneCommand(String body, String expected) {
        assertThat(parse(body)).containsExactly(expected.strip());
    }

    @Test
    void manyCommands() {
        assertThat(parse(" E0V1 &C1+CMEE=1;+CSQ ; ;S0=003 D1;2"))
                .containsExactly(
                        "E EXECUTE 0",
                        "V EXECUTE 1",
                        "&C EXECUTE 1",
                        "+CMEE WRITE 1",
                        "+CSQ EXECUTE",
                        "S0 WRITE 003",
                        "D EXECUTE 1;2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "&", "&1", "+CSQ x", "+CMEE?x", "\"", "S9999999999?", "E1234567890", "(", "\u00ff"})
    void malformed(String body) {
        assertThatThrownBy(() -> parse(body)).isInstanceOf(ParameterException.class);
    }

    @Test
    void commandsInFrontOfAMalformedOneAreFound() {
        CommandLineParser parser = new CommandLineParser("E0+CSQ;?");
        assertThat(parser.next().name()).isEqualTo("E");
        assertThat(parser.next().name()).isEqualTo("+CSQ");
        assertThatThrownBy(parser::next).isInstanceOf(ParameterException.class);
    }

    private static List<String> parse(String body) {
        CommandLineParser parser = new CommandLineParser(body);
        List<String> commands = new ArrayList<>();
        while (parser.hasNext()) {
            TypedCommand typed = parser.next();
            commands.add((typed.name() + " " + typed.form() + " " + typed.arguments()).strip());
        }
        return commands;
    }
}
