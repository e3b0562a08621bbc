package io.github.sim52xx.modem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A process that is stopped for a while. */
class ProcessTimeTest {

    private static final Instant START = Instant.parse("2010-02-02T03:04:57Z");
    private static final Duration STEP = Duration.ofMillis(20);

    private final ManualTime host = new ManualTime(START);
    private final ProcessTime time =
            new ProcessTime(host, () -> Duration.between(START, host.now()).toNanos());
    private final List<Integer> rungInOrder = new ArrayList<>();
    private final AtomicInteger rung = new AtomicInteger();

    @Test
    void whileTheProcessRunsItIsTheHosts() {
        run(50);
        assertThat(time.now()).isEqualTo(START.plusSeconds(1));
    }

    @Test
    void whileItIsStoppedHardlyAnyPasses() {
        run(1);
        host.advance(Duration.ofSeconds(3));
        time.beat();
        assertThat(time.now()).isEqualTo(START.plus(STEP).plus(ProcessTime.MOST));
        run(1);
        assertThat(time.now()).isEqualTo(START.plus(STEP.multipliedBy(2)).plus(ProcessTime.MOST));
    }

    @Test
    void aTimerWaitsForItsTime() {
        time.after(Duration.ofMillis(500), rung::incrementAndGet);
        host.advance(Duration.ofMillis(499));
        time.beat();
        run(22);
        assertThat(rung).hasValue(0);
        run(1);
        assertThat(rung).hasValue(1);
    }

    @Test
    void timersThatHadToWaitRunInOrder() {
        for (int i = 0; i < 5; i++) {
            int number = i;
            time.after(Duration.ofMillis(100 - number % 2), () -> rungInOrder.add(number));
        }
        host.advance(Duration.ofMillis(200));
        time.beat();
        run(10);
        assertThat(rungInOrder).containsExactly(1, 3, 0, 2, 4);
    }

    @Test
    void aTimerThatIsCancelledRingsNoMoreThoughItHadToWait() {
        Time.Timer timer = time.after(Duration.ofMillis(60), rung::incrementAndGet);
        host.advance(Duration.ofMillis(59));
        time.beat();
        timer.cancel();
        run(10);
        assertThat(rung).hasValue(0);
    }

    @Test
    void itRunsByItself() throws InterruptedException {
        Time own = new ProcessTime();
        Instant begun = own.now();
        CountDownLatch ringing = new CountDownLatch(1);
        own.after(ProcessTime.MOST.multipliedBy(2), ringing::countDown);
        assertThat(ringing.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(own.now()).isAfterOrEqualTo(begun.plus(ProcessTime.MOST.multipliedBy(2)));
    }

    private void run(int steps) {
        for (int i = 0; i < steps; i++) {
            host.advance(STEP);
            time.beat();
        }
    }
}
