package io.github.sim52xx.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The help of every subcommand. */
class HelpTest {

    @Test
    void subcommandsAreInTheOrderOfTheirUse() {
        assertThat(Main.full().getSubcommands().keySet())
                .containsExactly(
                        "run",
                        "demo",
                        "at",
                        "fs",
                        "check",
                        "ctl",
                        "why",
                        "hostile-mail",
                        "urc-matrix",
                        "commands",
                        "completion");
    }

    @TestFactory
    Stream<DynamicTest> fitsAndExplainsEveryOption() {
        return all("sim52xx", Main.full())
                .map(command -> DynamicTest.dynamicTest(command.getKey(), () -> {
                    CommandLine commandLine = command.getValue();
                    String help = commandLine.getUsageMessage(Ansi.OFF);
                    assertThat(help.lines()).allMatch(line -> line.length() <= 80);
                    assertThat(help).contains("Usage: " + command.getKey(), "--help");
                    assertThat(commandLine.getCommandSpec().usageMessage().header())
                            .isNotEmpty();
                    assertThat(commandLine.getCommandSpec().options())
                            .allMatch(option -> option.description().length > 0 && !option.description()[0].isBlank());
                }));
    }

    @TestFactory
    Stream<DynamicTest> teachesByExample() {
        return all("sim52xx", Main.full())
                .filter(command -> command.getKey().matches("sim52xx (at|fs|ctl|commands|completion)( .*)?"))
                .map(command -> DynamicTest.dynamicTest(
                        command.getKey(),
                        () -> assertThat(command.getValue()
                                        .getUsageMessage(Ansi.OFF)
                                        .lines())
                                .filteredOn(line -> line.startsWith("  "))
                                .anyMatch(line -> (line + " ").contains(command.getKey() + " "))));
    }

    private static Stream<Map.Entry<String, CommandLine>> all(String name, CommandLine commandLine) {
        return Stream.concat(
                Stream.of(Map.entry(name, commandLine)),
                commandLine.getSubcommands().entrySet().stream()
                        .flatMap(child -> all(name + " " + child.getKey(), child.getValue())));
    }
}
