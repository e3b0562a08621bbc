package io.github.sim52xx.cli.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.dce.DteInput;
import io.github.sim52xx.dce.DteLink;
import io.github.sim52xx.modem.ManualTime;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The size of writes and the time between them, alone and at a UART's speed. */
class FragmentedLinkTest {

    private final ManualTime time = new ManualTime(Instant.EPOCH);
    private final WritesLink link = new WritesLink();

    @Test
    void noWriteIsLargerAndNoneComesSooner() {
        FragmentedLink fragmented = fragmented(4, 5);
        fragmented.send(bytes("0123456789"));
        assertThat(link.taken()).containsExactly("0123");
        time.advance(Duration.ofMillis(4));
        assertThat(link.taken()).isEmpty();
        assertThat(fragmented.backlog()).isEqualTo(6);
        time.advance(Duration.ofMillis(6));
        assertThat(link.taken()).containsExactly("4567", "89");
        assertThat(fragmented.backlog()).isZero();
    }

    @Test
    void whatWaitsGoesTogether() {
        FragmentedLink fragmented = fragmented(4, 5);
        fragmented.send(bytes("01"));
        fragmented.send(bytes("23"));
        fragmented.send(bytes("45"));
        time.advance(Duration.ofMillis(5));
        assertThat(link.taken()).containsExactly("01", "2345");
    }

    @Test
    void aPauseThatIsOverIsNotKept() {
        FragmentedLink fragmented = fragmented(4, 5);
        fragmented.send(bytes("01"));
        time.advance(Duration.ofMillis(5));
        fragmented.send(bytes("23"));
        assertThat(link.taken()).containsExactly("01", "23");
    }

    @Test
    void withoutDelayAllGoesAtOnceInPieces() {
        FragmentedLink fragmented = fragmented(4, 0);
        fragmented.send(bytes("0123456789"));
        assertThat(link.taken()).containsExactly("0123", "4567", "89");
    }

    @Test
    void closesBehindTheLastPiece() {
        FragmentedLink fragmented = fragmented(4, 5);
        fragmented.send(bytes("0123456789"));
        fragmented.close();
        time.advance(Duration.ofMillis(5));
        assertThat(link.isClosed()).isFalse();
        time.advance(Duration.ofMillis(5));
        assertThat(link.isClosed()).isTrue();
        assertThat(link.taken()).containsExactly("0123", "4567", "89");
    }

    @Test
    void isDrainedBehindTheLastPiece() {
        FragmentedLink fragmented = fragmented(4, 5);
        fragmented.send(bytes("01234567"));
        boolean[] drained = new boolean[1];
        fragmented.whenDrained(() -> drained[0] = true);
        assertThat(drained[0]).isFalse();
        time.advance(Duration.ofMillis(5));
        assertThat(drained[0]).isTrue();
    }

    @Test
    void speedAndPiecesTogether() {
        DteLink[] attached = new DteLink[1];
        StringBuilder typed = new StringBuilder();
        ModemSource modem = toDte -> {
            attached[0] = toDte;
            return new TypedInput(typed);
        };
        DteInput input = new FragmentedSource(
                        new PacedSource(modem, 9600, time), new Fragmentation(2, Duration.ofMillis(1)), time)
                .attach(link);
        // At 9600 baud a byte takes a little more than a millisecond, and four go in each portion of five.
        attached[0].send(bytes("01234567"));
        time.advance(Duration.ofMillis(4));
        assertThat(link.taken()).isEmpty();
        time.advance(Duration.ofMillis(2));
        assertThat(link.taken()).containsExactly("01", "23");
        time.advance(Duration.ofMillis(4));
        assertThat(link.taken()).containsExactly("45", "67");
        input.receive(ByteBuffer.wrap(bytes("01234567")));
        time.advance(Duration.ofMillis(5));
        assertThat(typed).hasToString("0123");
        time.advance(Duration.ofMillis(5));
        assertThat(typed).hasToString("01234567");
    }

    private FragmentedLink fragmented(int size, int millis) {
        return new FragmentedLink(link, new Fragmentation(size, Duration.ofMillis(millis)), time);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private record TypedInput(StringBuilder typed) implements DteInput {

        @Override
        public void receive(ByteBuffer bytes) {
            typed.append(StandardCharsets.ISO_8859_1.decode(bytes));
        }

        @Override
        public void inputEnded() {}

        @Override
        public void closed() {}
    }
}
