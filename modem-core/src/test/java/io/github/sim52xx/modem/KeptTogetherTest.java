package io.github.sim52xx.modem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What belongs together is kept in one step, or not at all. */
class KeptTogetherTest {

    private final List<Map<String, String>> kept = new ArrayList<>();
    private boolean full;
    private final NonVolatile memory = new NonVolatile(new NonVolatile.Medium() {
        @Override
        public Map<String, String> load() {
            return Map.of();
        }

        @Override
        public void keep(Map<String, String> texts) {
            if (full) {
                throw new UncheckedIOException(new IOException("full"));
            }
            kept.add(Map.copyOf(texts));
        }
    });

    @Test
    void inOneStep() {
        memory.together(() -> {
            memory.save("a", "1");
            memory.together(() -> memory.save("b", "2"));
            assertThat(memory.load("a")).isEqualTo("1");
            assertThat(kept).isEmpty();
        });
        assertThat(kept).containsExactly(Map.of("a", "1", "b", "2"));
    }

    @Test
    void orNotAtAll() {
        full = true;
        assertThatThrownBy(() -> memory.together(() -> memory.save("a", "1"))).isInstanceOf(UncheckedIOException.class);
        assertThat(memory.load("a")).isNull();
        full = false;
        memory.together(() -> {});
        assertThat(kept).isEmpty();
        memory.save("b", "2");
        assertThat(kept).containsExactly(Map.of("b", "2"));
    }
}
