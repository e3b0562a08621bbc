package io.github.sim52xx.cli.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.at.Command;
import io.github.sim52xx.cli.Simulation;
import io.github.sim52xx.fs.StorageOptions;
import io.github.sim52xx.net.Resolver;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people type when they mean a command. */
class CommandNamesTest {

    private final CommandNames names =
            new CommandNames(Simulation.blueprint(StorageOptions.DEFAULT, new Resolver(List.of(), List.of()))
                    .build()
                    .table());

    @ParameterizedTest
    @CsvSource({
        "+CSQ,+CSQ",
        "csq,+CSQ",
        "CSQ,+CSQ",
        "' at+csq ',+CSQ",
        "AT+CSQ=?,+CSQ",
        "AT+CMEE=2,+CMEE",
        "AT+CMEE?,+CMEE",
        "ATE1,E",
        "E,E",
        "&F,&F",
        "at&f,&F",
        "S0,S0",
        "ATS0=1,S0",
        "smtpsend,+SMTPSEND",
        "ATD123;,D"
    })
    void findsTheCommand(String typed, String name) {
        Command<?> command = names.find(typed);
        assertThat(command).isNotNull();
        assertThat(command.name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "+", "AT", "+NOPE", "AT+CSQ;+CREG", "+C S Q", "\u0000", "ä"})
    void findsNothingElse(String typed) {
        assertThat(names.find(typed)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"+CSQQ,+CSQ", "SMTPSED,+SMTPSEND", "pop3gte,+POP3GET", "POP3RE,+POP3READ", "AT+SMTPSND=1,+SMTPSEND"})
    void suggestsTheLikeliestFirst(String typed, String name) {
        assertThat(names.suggestions(typed)).startsWith(name).hasSizeLessThanOrEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%", "?", "QQQQQQQQ", "["})
    void suggestsNothingOutOfNothing(String typed) {
        assertThat(names.suggestions(typed)).isEmpty();
    }
}
