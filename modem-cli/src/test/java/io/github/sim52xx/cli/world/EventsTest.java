package io.github.sim52xx.cli.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sim52xx.modem.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who is told what, and what is kept for whom. */
class EventsTest {

    private final ManualTime time = new ManualTime(Instant.parse("2010-02-02T03:04:57Z"));
    private final Events events = new Events(time);
    private final List<Event> seen = new ArrayList<>();

    @Test
    void nobodyWatchesAndNothingIsMade() {
        events.publish("at", () -> {
            throw new AssertionError("for nobody");
        });
        assertThat(events.wanted()).isFalse();
    }

    @Test
    void eventsComeAtOnceAndInOrder() {
        Events.Watch watch = events.watch(seen::add);
        say(3);
        watch.close();
        say(1);
        assertThat(seen).extracting(Event::id).containsExactly(1L, 2L, 3L);
        assertThat(seen.get(0).at()).isEqualTo(time.now());
        assertThat(seen.get(2).fields()).isEqualTo(Map.of("n", 2));
    }

    @Test
    void aCauseComesBeforeItsEffects() {
        events.watch(seen::add);
        events.cause("world", Map::of, () -> say(2));
        assertThat(seen).extracting(Event::kind).containsExactly("world", "at", "at");
        assertThat(seen).extracting(Event::id).containsExactly(1L, 2L, 3L);
    }

    @Test
    void whatCannotBeDoneIsNoCause() {
        events.watch(seen::add);
        assertThatThrownBy(() -> events.cause("world", Map::of, () -> {
                    say(1);
                    throw new IllegalStateException("it cannot be");
                }))
                .hasMessage("it cannot be");
        say(1);
        assertThat(seen).extracting(Event::kind).containsExactly("at", "at");
    }

    @Test
    void whoComesBackMissesNothing() {
        events.watch(seen::add).close();
        say(5);
        assertThat(events.watchFrom(3, seen::add).gap()).isFalse();
        assertThat(seen).extracting(Event::id).containsExactly(4L, 5L);
    }

    @Test
    void whoComesBackTooLateIsTold() {
        events.watch(seen::add).close();
        say(Events.KEPT + 10);
        assertThat(events.watchFrom(9, seen::add).gap()).isTrue();
        assertThat(seen).hasSize(Events.KEPT);
        assertThat(events.watchFrom(10, event -> {}).gap()).isFalse();
    }

    @Test
    void aMinuteAfterTheLastWatcherNothingIsKept() {
        events.watch(seen::add).close();
        say(5);
        time.advance(Duration.ofSeconds(61));
        say(1);
        assertThat(events.wanted()).isFalse();
        assertThat(events.watchFrom(5, seen::add).gap()).isTrue();
        assertThat(seen).isEmpty();
    }

    @Test
    void anIdOfAnotherModemIsAGap() {
        assertThat(events.watchFrom(1000, seen::add).gap()).isTrue();
        assertThat(events.watchFrom(0, seen::add).gap()).isFalse();
    }

    @Test
    void aWatcherMayLeaveWhileItIsTold() {
        List<Events.Watch> watch = new ArrayList<>();
        watch.add(events.watch(event -> watch.get(0).close()));
        events.watch(seen::add);
        say(2);
        assertThat(seen).hasSize(2);
    }

    private void say(int count) {
        for (int i = 0; i < count; i++) {
            int n = i;
            events.publish("at", () -> Map.of("n", n));
        }
    }
}
