package io.github.sim52xx.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sim52xx.at.ParameterException;
import io.github.sim52xx.at.Parameters;
import io.github.sim52xx.modem.NonVolatile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Definitions of contexts, and the memory that keeps them. */
class PdpContextsTest {

    private final NonVolatile memory = new NonVolatile(NonVolatile.IN_MEMORY);
    private final List<String> changes = new ArrayList<>();
    private final PdpContexts contexts = load();

    @Test
    void leavesTheFactoryWithSome() {
        assertThat(printed(contexts)).containsExactly("1,\"IP\",\"\",\"0.0.0.0\",0,0", "2,\"IP\",\"\",\"0.0.0.0\",0,0");
        assertThat(contexts.isDefined(2)).isTrue();
        assertThat(contexts.isDefined(3)).isFalse();
        assertThat(changes).isEmpty();
    }

    @Test
    void aCidAloneUndefines() {
        write("1");
        write("2");
        write("2");
        assertThat(contexts.all()).isEmpty();
        assertThat(load().all()).isEmpty();
        assertThat(changes).hasSize(3);
    }

    @Test
    void areKept() {
        write("16,\"ppp\",\"internet\",\"10.0.0.1\",2,4");
        write("1,,\"a,b\\22c\\5C\"");
        assertThat(printed(load()))
                .containsExactly(
                        "1,\"IP\",\"a,b\\22c\\\",\"0.0.0.0\",0,0",
                        "2,\"IP\",\"\",\"0.0.0.0\",0,0",
                        "16,\"PPP\",\"internet\",\"10.0.0.1\",2,4")
                .isEqualTo(printed(contexts));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "17,\"IP\"",
                "x",
                "\"1\"",
                "1,IP",
                "1,\"\"",
                "1,\"X25\"",
                "1,\"IP\",internet",
                "1,\"IP\",\"a\",\"b\",3",
                "1,\"IP\",\"a\",\"b\",0,5",
                "1,\"IP\",\"a\",\"b\",-1",
                "1,\"IP\",\"a\",\"b\",0,0,0",
            })
    void whatIsWrongChangesNothing(String line) {
        List<String> before = printed(contexts);
        assertThatThrownBy(() -> write(line)).isInstanceOf(ParameterException.class);
        assertThat(printed(contexts)).isEqualTo(before);
        assertThat(memory.load("+TEST")).isNull();
        assertThat(changes).isEmpty();
    }

    @Test
    void namesHaveALimit() {
        write("1,\"IP\",\"" + "a".repeat(100) + "\"");
        assertThatThrownBy(() -> write("1,\"IP\",\"" + "a".repeat(101) + "\"")).isInstanceOf(ParameterException.class);
    }

    @Test
    void aDamagedMemoryGivesWhatItCan() {
        memory.save("+TEST", "3,\"IP\",\"kept\",\"0.0.0.0\",0,0,99,\"IP\"");
        assertThat(printed(load())).containsExactly("3,\"IP\",\"kept\",\"0.0.0.0\",0,0");
        memory.save("+TEST", "nonsense");
        assertThat(load().all()).isEmpty();
    }

    @Test
    void canBeReadAgain() {
        write("1");
        memory.forgetCommands();
        contexts.load();
        assertThat(contexts.all()).hasSize(2);
        assertThat(changes).hasSize(2);
    }

    private PdpContexts load() {
        return new PdpContexts(memory, "+TEST", 2, 2, 4, () -> changes.add("changed"));
    }

    private void write(String parameters) {
        contexts.write(new Parameters(parameters));
    }

    private static List<String> printed(PdpContexts contexts) {
        return contexts.all().stream().map(PdpContext::toString).toList();
    }
}
