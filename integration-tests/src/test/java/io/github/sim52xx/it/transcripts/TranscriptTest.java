package io.github.sim52xx.it.transcripts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.cli.Bench;
import io.github.sim52xx.cli.Cable;
import io.github.sim52xx.cli.transcript.Audience;
import io.github.sim52xx.cli.transcript.Difference;
import io.github.sim52xx.cli.transcript.Player;
import io.github.sim52xx.cli.transcript.Transcript;
import io.github.sim52xx.modem.ModemEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every transcript, over a real TCP connection and over a real PTY: each on a modem of its own. */
class TranscriptTest {

    @TempDir
    private Path directory;

    @TestFactory
    Stream<DynamicTest> overTcp() {
        return SeveralAtATime.play("tcp ", Transcripts.all(), transcript -> {
            try (TcpCable cable = new TcpCable()) {
                return play(transcript, cable);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> overPty() {
        return SeveralAtATime.play("pty ", Transcripts.all(), transcript -> {
            try (PtyCable cable = new PtyCable(Files.createTempDirectory(directory, "pty"))) {
                return play(transcript, cable);
            }
        });
    }

    private static List<String> play(Transcript transcript, Cable cable) throws IOException {
        Collection<ModemEvent> faults = new ConcurrentLinkedQueue<>();
        try (Bench bench = new Bench(transcript.allFixtures().toList(), cable, event -> {
            if (event instanceof ModemEvent.Fault) {
                faults.add(event);
            }
        })) {
            Difference difference = new Player(Unhurried.TIME, Audience.NONE).play(transcript, bench);
            assertThat(faults).isEmpty();
            return difference == null ? List.of() : difference.describe();
        }
    }
}
