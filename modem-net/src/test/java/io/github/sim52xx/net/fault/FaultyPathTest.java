package io.github.sim52xx.net.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each fault, and what it does to bytes that wait for it. */
@Timeout(240)
class FaultyPathTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final ObservedTime time = new ObservedTime();
    private final Faults faults = new Faults(time);
    private final List<String> cuts = new ArrayList<>();
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private final FaultyPath path = faults.path(reset -> cuts.add(reset ? "reset" : "end"));
    private final FaultyOutput out = new FaultyOutput(sent, path);

    private interface Work {
        void run() throws IOException;
    }

    @Test
    void withoutFaultsNothingWaits() throws Exception {
        assertThat(path.isClear()).isTrue();
        path.await(Direction.UPLINK, 1_000_000);
        path.awaitConnection(SECOND);
        path.awaitName("a", NameFailure.PATIENCE);
        out.write(new byte[100]);
        out.write(1);
        assertThat(sent.size()).isEqualTo(101);
        assertThat(cuts).isEmpty();
    }

    @Test
    void latencyDelaysEveryPieceAndTheConnection() throws Exception {
        faults.put(new Latency(SECOND, Duration.ZERO));
        CompletableFuture<Void> writing = begin(() -> out.write(new byte[100_000]));
        assertThat(time.awaitTimer()).isEqualTo(SECOND);
        assertThat(sent.size()).isZero();
        time.advance(SECOND);
        end(writing);
        assertThat(sent.size()).isEqualTo(100_000);
        CompletableFuture<Void> connecting = begin(() -> path.awaitConnection(Duration.ZERO));
        assertThat(time.pass()).isEqualTo(SECOND);
        end(connecting);
    }

    @Test
    void jitterIsTheSameForTheSameSeed() {
        faults.put(new Latency(SECOND, Duration.ofMillis(500)));
        List<Duration> first = transits();
        assertThat(first)
                .allMatch(delay -> delay.compareTo(Duration.ofMillis(500)) >= 0)
                .allMatch(delay -> delay.compareTo(Duration.ofMillis(1500)) <= 0)
                .doesNotHaveDuplicates();
        faults.seed(0);
        assertThat(transits()).isNotEqualTo(first);
        faults.seed(7);
        List<Duration> seeded = transits();
        faults.seed(7);
        assertThat(transits()).isEqualTo(seeded);
    }

    private List<Duration> transits() {
        List<Duration> delays = new ArrayList<>();
        try (FaultyPath one = faults.path(reset -> {})) {
            for (int i = 0; i < 20; i++) {
                delays.add(one.transit(i % 2 == 0 ? Direction.UPLINK : Direction.DOWNLINK));
            }
        }
        return delays;
    }

    @Test
    void bandwidthCutsIntoPieces() throws Exception {
        faults.put(new Bandwidth(100));
        CompletableFuture<Void> writing = begin(() -> out.write(new byte[25]));
        assertThat(time.pass()).isEqualTo(Duration.ofMillis(100));
        assertThat(time.pass()).isEqualTo(Duration.ofMillis(100));
        assertThat(time.awaitTimer()).isEqualTo(Duration.ofMillis(50));
        assertThat(sent.size()).isEqualTo(20);
        time.advance(SECOND);
        end(writing);
        assertThat(sent.size()).isEqualTo(25);
    }

    @Test
    void theConnectionBreaksBehindTheLastByte() throws Exception {
        faults.put(new DropAfter(10));
        FaultyInput in = new FaultyInput(new ByteArrayInputStream(new byte[100]), path);
        assertThat(in.readNBytes(4)).hasSize(4);
        assertThatThrownBy(() -> out.write(new byte[100])).isInstanceOf(SocketException.class);
        assertThat(sent.size()).isEqualTo(6);
        assertThat(cuts).containsExactly("end");
        assertThatThrownBy(in::read).isInstanceOf(SocketException.class);
    }

    @Test
    void bytesCountFromWhenTheFaultComesUp() throws Exception {
        out.write(new byte[50]);
        faults.put(new DropAfter(5));
        out.write(new byte[4]);
        faults.put(new DropAfter(2));
        out.write(1);
        assertThat(cuts).isEmpty();
        out.write(2);
        assertThat(cuts).containsExactly("end");
        assertThat(sent.size()).isEqualTo(56);
    }

    @Test
    void whatIsRefusedDoesNotComeAbout() throws Exception {
        faults.put(new Refuse());
        assertThatThrownBy(() -> path.awaitConnection(SECOND)).isInstanceOf(ConnectException.class);
        out.write(new byte[5]);
        assertThat(sent.size()).isEqualTo(5);
    }

    @Test
    void whatStallsGoesOnWhenItIsOver() throws Exception {
        faults.put(new Stall());
        CompletableFuture<Void> writing = begin(() -> out.write(new byte[5]));
        time.advance(Duration.ofDays(1));
        assertThat(writing).isNotDone();
        faults.clear();
        end(writing);
        assertThat(sent.size()).isEqualTo(5);
    }

    @Test
    void aConnectionOnAStalledWayTimesOut() throws Exception {
        faults.put(new Stall());
        CompletableFuture<Void> connecting = begin(() -> path.awaitConnection(SECOND));
        assertThat(time.pass()).isEqualTo(SECOND);
        assertThatThrownBy(() -> end(connecting)).hasRootCauseInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void aResetBreaksWhatThereIsOnce() throws Exception {
        faults.put(new Reset());
        assertThat(cuts).containsExactly("reset");
        assertThat(faults.present()).isEmpty();
        faults.put(new Reset());
        assertThat(cuts).hasSize(1);
    }

    @Test
    void theNameServerFails() {
        faults.put(new NameFailure(false));
        assertThatThrownBy(() -> path.awaitName("mail.example", NameFailure.PATIENCE))
                .isInstanceOf(UnknownHostException.class);
    }

    @Test
    void theNameServerIsSilent() throws Exception {
        faults.put(new NameFailure(true));
        CompletableFuture<Void> asking = begin(() -> path.awaitName("mail.example", NameFailure.PATIENCE));
        assertThat(time.pass()).isEqualTo(NameFailure.PATIENCE);
        assertThatThrownBy(() -> end(asking)).hasRootCauseInstanceOf(SocketTimeoutException.class);
        CompletableFuture<Void> again = begin(() -> path.awaitName("mail.example", NameFailure.PATIENCE));
        time.awaitTimer();
        faults.remove(NameFailure.class);
        end(again);
    }

    @Test
    void closingEndsEveryWait() throws Exception {
        faults.put(new Stall());
        CompletableFuture<Void> writing = begin(() -> out.write(1));
        path.close();
        assertThatThrownBy(() -> end(writing)).hasRootCauseInstanceOf(SocketException.class);
        assertThat(cuts).isEmpty();
        assertThatThrownBy(() -> out.write(1)).isInstanceOf(SocketException.class);
    }

    @Test
    void aFaultTakesThePlaceOfItsLike() {
        faults.put(new Latency(SECOND, SECOND));
        faults.put(new Bandwidth(5));
        faults.put(new Latency(SECOND, Duration.ZERO));
        assertThat(faults.present()).containsExactlyInAnyOrder(new Latency(SECOND, Duration.ZERO), new Bandwidth(5));
        assertThat(faults.find(Bandwidth.class).bytesPerSecond()).isEqualTo(5);
        faults.remove(Bandwidth.class);
        assertThat(faults.find(Bandwidth.class)).isNull();
        faults.clear();
        assertThat(path.isClear()).isTrue();
    }

    private static CompletableFuture<Void> begin(Work work) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread worker = new Thread(() -> {
            try {
                work.run();
                done.complete(null);
            } catch (IOException e) {
                done.completeExceptionally(e);
            }
        });
        worker.setDaemon(true);
        worker.start();
        return done;
    }

    private static void end(CompletableFuture<Void> work)
            throws ExecutionException, InterruptedException, TimeoutException {
        work.get(60, TimeUnit.SECONDS);
    }
}
