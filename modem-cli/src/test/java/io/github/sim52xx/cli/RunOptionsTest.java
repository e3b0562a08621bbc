package io.github.sim52xx.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sim52xx.cli.port.Fragmentation;
import io.github.sim52xx.net.AllowRule;
import io.github.sim52xx.net.ListenRule;
import io.github.sim52xx.net.MapRule;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** What the options of {@code sim52xx run} come to. */
class RunOptionsTest {

    @Test
    void optionsThatCanBeRepeatedKeepEveryValueInOrder() {
        RunOptions options = parsed(
                "--map",
                "a=b:1",
                "--allow-net",
                "x",
                "--map=c:2=d:3",
                "--allow-net=any",
                "--map",
                "a=e:4",
                "--allow-net",
                "x");
        assertThat(options.map).containsExactlyElementsOf(rules("a=b:1", "c:2=d:3", "a=e:4"));
        assertThat(options.allowNet)
                .containsExactly(AllowRule.parse("x"), AllowRule.parse("any"), AllowRule.parse("x"));
    }

    @Test
    void onePortOfAnyHostCanBeAllowed() {
        assertThat(parsed("--allow-net", "any:25").allowNet).containsExactly(new AllowRule(null, 25));
        assertThatThrownBy(() -> parsed("--allow-net", "any:x"))
                .hasMessage("--allow-net: not a port (0-65535): x in any:x");
    }

    @Test
    void onceIsEnoughAndNoneIsNone() {
        assertThat(parsed("--map", "a=b:1").map).containsExactlyElementsOf(rules("a=b:1"));
        assertThat(parsed("--map", "a=b:1").allowNet).isEmpty();
        assertThat(parsed().map).isEmpty();
    }

    @Test
    void serversListenWhereTheyArePut() {
        assertThat(parsed("--listen", "80=127.0.0.1:8080", "--listen=81=localhost:0").listen)
                .containsExactly(ListenRule.parse("80=127.0.0.1:8080"), ListenRule.parse("81=localhost:0"));
        assertThatThrownBy(() -> parsed("--listen", "8080")).hasMessage("--listen: not PORT=HOST:PORT: 8080");
    }

    @Test
    void oneWrongValueIsTheOneThatIsNamed() {
        assertThatThrownBy(() -> parsed("--map", "a=b:1", "--map", "wrong"))
                .hasMessage("--map: not NAME[:PORT]=HOST:PORT: wrong");
    }

    @Test
    void otherOptionsAreGivenOnce() {
        assertThat(parsed("--flash", "16M").flash).isEqualTo(16L << 20);
        assertThatThrownBy(() -> parsed("--flash", "16M", "--flash", "32M"))
                .isInstanceOf(CommandLine.OverwrittenOptionException.class);
    }

    @Test
    void outputIsCutUpAsSaid() {
        assertThat(parsed().fragment).isNull();
        assertThat(parsed("--fragment", "8").fragment).isEqualTo(new Fragmentation(8, Duration.ofMillis(1)));
        assertThat(parsed("--fragment", "8,0ms").fragment).isEqualTo(new Fragmentation(8, Duration.ZERO));
        assertThat(parsed("--fragment", "64,5ms").fragment).isEqualTo(new Fragmentation(64, Duration.ofMillis(5)));
        assertThat(parsed("--fragment", "1,10s").fragment).isEqualTo(new Fragmentation(1, Duration.ofSeconds(10)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "x", "8,", "8,5", "8,5m", "-1", "123456", "8,5ms,6ms", "8,11s", "8,123456ms"})
    void whatIsNoFragmentationIsSaidSo(String text) {
        assertThatThrownBy(() -> parsed("--fragment", text)).hasMessageStartingWith("--fragment: '" + text + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--state", "--tcp", "--map", "--endpoints"})
    void anEmptyValueIsAMistake(String option) {
        assertThatThrownBy(() -> parsed(option, "")).hasMessage(option + ": the value is empty");
    }

    @Test
    void noPortIs0ThatSomebodyIsToBeFoundOn() {
        assertThatThrownBy(() -> parsed("--map", "a=b:0")).hasMessage("--map: nobody listens on port 0: a=b:0");
        assertThatThrownBy(() -> parsed("--listen", "0=b:1"))
                .hasMessage("--listen: a server of the modem is never on port 0: 0=b:1");
    }

    private static RunOptions parsed(String... arguments) {
        RunOptions options = new RunOptions();
        CommandSpec spec = CommandSpec.create();
        options.addTo(spec);
        new CommandLine(spec).parseArgs(arguments);
        return options;
    }

    private static List<MapRule> rules(String... texts) {
        return Stream.of(texts).map(MapRule::parse).toList();
    }
}
