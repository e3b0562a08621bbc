package io.github.sim52xx.cli.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.at.Command;
import io.github.sim52xx.at.CommandTable;
import io.github.sim52xx.at.Form;
import io.github.sim52xx.cli.Bench;
import io.github.sim52xx.cli.Cable;
import io.github.sim52xx.cli.Simulation;
import io.github.sim52xx.cli.transcript.Fixture;
import io.github.sim52xx.fs.StorageOptions;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.net.Resolver;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Every row of the table has a page, and its example works. */
class CommandPageTest {

    private static final CommandTable<Modem> TABLE = Simulation.blueprint(
                    StorageOptions.DEFAULT, new Resolver(List.of(), List.of()))
            .build()
            .table();

    /** Nothing is going on that they could stop, answer or go back to. */
    private static final Set<String> FAIL_ON_A_FRESH_MODEM =
            Set.of("D", "A", "O", "+SMTPSTOP", "+CGDATA", "+LISTCLIENT", "+ACTCLIENT", "+CLOSECLIENT", "+SERVERSTOP");

    /** What a module without a sensor says to all but settings. */
    private static final Set<String> NO_CAMERA = Set.of("CAMERA NO SENSOR", "CAMERA NOT START");

    @TestFactory
    Stream<DynamicTest> everyExampleWorks() {
        return commands()
                .map(command -> DynamicTest.dynamicTest(command.name(), () -> {
                    Example example = carryOut(command);
                    List<String> page = page(command, example);
                    assertThat(page.get(0)).startsWith(command.name()).contains(command.purpose());
                    assertThat(page).contains("  " + command.example());
                    assertThat(page).allMatch(line -> line.chars().noneMatch(Character::isISOControl));
                    String end = example.answer().get(example.answer().size() - 1);
                    if (FAIL_ON_A_FRESH_MODEM.contains(command.name())) {
                        assertThat(end).isIn("ERROR", "NO CARRIER");
                    } else if (NO_CAMERA.contains(example.answer().get(0))) {
                        assertThat(command.group()).isEqualTo("Camera, manual 7");
                    } else if (command.name().equals("V")) {
                        assertThat(example.answer()).containsExactly("0");
                    } else {
                        assertThat(example.answer()).contains("OK").doesNotContain("ERROR", "+SMTP: PARAM ERROR");
                    }
                }));
    }

    @Test
    void thePageShowsFormsRangesAndTheAnswer() throws IOException {
        Command<Modem> command = TABLE.find("+CMEE");
        assertThat(page(command, carryOut(command)))
                .containsExactly(
                        "+CMEE  " + command.purpose(),
                        command.group(),
                        "",
                        "  AT+CMEE=<n>                              set",
                        "  AT+CMEE                                  execute",
                        "  AT+CMEE?                                 read",
                        "  AT+CMEE=?                                test: which values",
                        "                                           +CMEE: (0-2)",
                        "",
                        "On a modem that has just been switched on:",
                        "  AT+CMEE?",
                        "  +CMEE: 0",
                        "  OK");
    }

    @Test
    void thePageShowsWhatCameBeforeAndTheLateReport() throws IOException {
        Command<Modem> command = TABLE.find("+POP3GET");
        Example example = carryOut(command);
        assertThat(example.preparation().lines()).contains("AT+POP3IN");
        assertThat(example.answer()).hasSize(3);
        assertThat(example.answer().get(0)).isEqualTo("OK");
        assertThat(example.answer().get(1)).isEqualTo("+POP3: SUCCESS");
        assertThat(example.answer().get(2)).matches("C:/Email/\\d+/, EMAIL000\\.TXT");
        assertThat(String.join(" ", page(command, example))).contains("sample mails in the mailbox: first, second:");
    }

    @Test
    void theListHasAllOfThemInALineThatFits() {
        List<String> list = new ArrayList<>();
        new CommandList(new Style(false), line -> list.addAll(line.lines().toList()))
                .print(commands().toList());
        assertThat(list).allMatch(line -> line.length() <= 80);
        commands()
                .forEach(command -> assertThat(list)
                        .filteredOn(line -> line.startsWith("  " + command.name() + " "))
                        .as(command.name())
                        .hasSize(1));
    }

    @Test
    void theListIsJsonToo() {
        JsonNode list = new ObjectMapper().readTree(CommandJson.of(commands().toList()));
        assertThat(list.size()).isEqualTo((int) commands().count());
        for (JsonNode node : list) {
            Command<Modem> command = TABLE.find(node.get("name").asString());
            assertThat(node.get("purpose").asString()).isEqualTo(command.purpose());
            assertThat(node.get("forms").has("read")).isEqualTo(command.has(Form.READ));
            assertThat(node.get("needsSim").asBoolean()).isEqualTo(command.needsSim());
        }
    }

    @Test
    void aPageIsJsonToo() throws IOException {
        Command<Modem> command = TABLE.find("+FSRMDIR");
        JsonNode page = new ObjectMapper().readTree(CommandJson.of(command, carryOut(command)));
        assertThat(page.get("preparation").get(0).asString()).isEqualTo("AT+FSMKDIR=Notes");
        assertThat(page.get("answer").get(0).asString()).isEqualTo("OK");
        assertThat(page.has("since")).isFalse();
    }

    private static Stream<Command<Modem>> commands() {
        return new LinkedHashSet<>(TABLE.commands()).stream();
    }

    private static List<String> page(Command<?> command, Example example) {
        List<String> page = new ArrayList<>();
        new CommandPage(new Style(false), page::add).print(command, example);
        return page;
    }

    private static Example carryOut(Command<?> command) throws IOException {
        Preparation preparation = Preparation.of(command);
        try (Bench bench = new Bench(preparation.fixtures(), Cable.DIRECT, event -> {})) {
            for (Fixture fixture : preparation.fixtures()) {
                bench.given(fixture);
            }
            return Example.of(command, preparation, bench.terminal(1));
        }
    }
}
