package io.github.sim52xx.modem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Skipping and speed, on a host's time that a test moves. */
class AdjustableTimeTest {

    private static final Instant START = Instant.parse("2010-02-02T03:04:57Z");

    private final ManualTime host = new ManualTime(START);
    private final AdjustableTime time = new AdjustableTime(host);
    private final List<String> ran = new ArrayList<>();

    @Test
    void itRunsWithTheHost() {
        note("a", 2);
        host.advance(seconds(1));
        assertThat(ran).isEmpty();
        host.advance(seconds(1));
        assertThat(ran).containsExactly("a at 2");
    }

    @Test
    void aSkipRunsWhatFallsDueInOrderAndInItsTime() {
        note("late", 100);
        note("b", 20);
        note("a", 10);
        time.after(seconds(15), () -> note("made on the way", 3));
        time.after(seconds(5), () -> {}).cancel();
        time.skip(seconds(30));
        assertThat(ran).containsExactly("a at 10", "made on the way at 18", "b at 20");
        assertThat(time.now()).isEqualTo(START.plusSeconds(30));
        host.advance(seconds(69));
        assertThat(ran).hasSize(3);
        host.advance(seconds(1));
        assertThat(ran).last().isEqualTo("late at 100");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 1, 7, 1000})
    void itRunsFasterAndSlower(double speed) {
        host.advance(seconds(7));
        note("a", 1000);
        time.run(speed);
        note("b", 2000);
        assertThat(time.speed()).isEqualTo(speed);
        host.advance(Duration.ofNanos((long) Math.ceil(1e12 / speed)));
        assertThat(ran).containsExactly("a at 1007");
        time.run(1);
        host.advance(seconds(1000));
        assertThat(ran).containsExactly("a at 1007", "b at 2007");
    }

    @Test
    void whatIsNoSpeedIsRefused() {
        for (double wrong : new double[] {0, -1, 0.09, 1001, Double.NaN}) {
            assertThatThrownBy(() -> time.run(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(time.speed()).isEqualTo(1);
    }

    private void note(String what, int seconds) {
        time.after(
                seconds(seconds),
                () -> ran.add(
                        what + " at " + Duration.between(START, time.now()).toSeconds()));
    }

    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }
}
