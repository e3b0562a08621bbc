package io.github.sim52xx.modem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ModemThreadTest {

    private final List<Throwable> faults = new ArrayList<>();
    private final ModemThread thread = new ModemThread(faults::add);

    @Test
    void anIdleModemUsesTheCallersThread() {
        List<Thread> used = new ArrayList<>();
        thread.execute(() -> used.add(Thread.currentThread()));
        assertThat(used).containsExactly(Thread.currentThread());
    }

    @Test
    void aTaskBroughtByATaskRunsBehindIt() {
        List<Integer> order = new ArrayList<>();
        thread.execute(() -> {
            thread.execute(() -> order.add(2));
            thread.execute(() -> order.add(3));
            order.add(1);
        });
        assertThat(order).containsExactly(1, 2, 3);
    }

    @Test
    void aFailingTaskDoesNotStopTheNext() {
        List<Integer> order = new ArrayList<>();
        thread.execute(() -> {
            thread.execute(() -> order.add(1));
            throw new IllegalStateException("on purpose");
        });
        assertThat(order).containsExactly(1);
        assertThat(faults).singleElement().isInstanceOf(IllegalStateException.class);
    }

    @Test
    void tasksOfManyThreadsNeverOverlapAndNoneIsLost() throws InterruptedException {
        int threads = 8;
        int tasks = 20_000;
        int[] counter = {0};
        CountDownLatch done = new CountDownLatch(threads);
        for (int i = 0; i < threads; i++) {
            new Thread(() -> {
                        for (int task = 0; task < tasks; task++) {
                            thread.execute(() -> counter[0]++);
                        }
                        done.countDown();
                    })
                    .start();
        }
        assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
        int[] seen = {0};
        thread.execute(() -> seen[0] = counter[0]);
        assertThat(seen[0]).isEqualTo(threads * tasks);
    }
}
