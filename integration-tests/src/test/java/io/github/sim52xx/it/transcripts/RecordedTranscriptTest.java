package io.github.sim52xx.it.transcripts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.cli.Bench;
import io.github.sim52xx.cli.Cable;
import io.github.sim52xx.cli.RecordedModems;
import io.github.sim52xx.cli.port.ModemSource;
import io.github.sim52xx.cli.transcript.Audience;
import io.github.sim52xx.cli.transcript.Difference;
import io.github.sim52xx.cli.transcript.Fixture;
import io.github.sim52xx.cli.transcript.ModemWire;
import io.github.sim52xx.cli.transcript.Player;
import io.github.sim52xx.cli.transcript.RecordedSockets;
import io.github.sim52xx.cli.transcript.Recording;
import io.github.sim52xx.cli.transcript.Step.Act;
import io.github.sim52xx.cli.transcript.Transcript;
import io.github.sim52xx.cli.transcript.TranscriptSource;
import io.github.sim52xx.cli.transcript.Wire;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.net.socket.SocketService;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What is played with servers and clients at the other ends of sockets can be recorded, and played without them. */
class RecordedTranscriptTest {

    private static final Pattern PEERS = Pattern.compile("given (tcp-server|tcp-clients|udp-echo) .*");

    /** A modem that takes that long to say something takes as long again when its recording is played. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    @TempDir
    private Path directory;

    @TestFactory
    Stream<DynamicTest> withoutItsPeers() {
        return SeveralAtATime.play(
                "recorded ",
                Transcripts.all().stream()
                        .filter(RecordedTranscriptTest::hasPeers)
                        .toList(),
                this::recordAndPlay);
    }

    private List<String> recordAndPlay(Transcript transcript) throws IOException {
        List<String> given = Files.readAllLines(Path.of(transcript.name())).stream()
                .filter(line ->
                        line.startsWith("given ") && !PEERS.matcher(line).matches())
                .toList();
        RecordingCable cable = new RecordingCable(new ByteArrayOutputStream(), given);
        assertThat(play(transcript, cable)).isEmpty();
        Path file = Files.createTempFile(directory, "recorded", Transcript.EXTENSION);
        Files.writeString(file, cable.text());
        return play(Transcript.read(new TranscriptSource.File(file), name -> "secret"), Cable.DIRECT);
    }

    private static List<String> play(Transcript transcript, Cable cable) throws IOException {
        try (Bench bench = new Bench(transcript.allFixtures().toList(), cable, event -> {})) {
            Difference difference = new Player(Unhurried.TIME, Audience.NONE).play(transcript, bench);
            return difference == null ? List.of() : difference.describe();
        }
    }

    /** True if there are peers, nothing else happens that is told to nobody here, and it will not take too long. */
    private static boolean hasPeers(Transcript transcript) {
        return transcript.fixtures().stream()
                        .anyMatch(fixture -> fixture instanceof Fixture.TcpServer
                                || fixture instanceof Fixture.UdpEcho
                                || fixture instanceof Fixture.TcpClients)
                && transcript.fixtures().stream()
                        .noneMatch(fixture -> fixture instanceof Fixture.Played || fixture instanceof Fixture.Directed)
                && transcript.steps().stream()
                        .noneMatch(step -> step.act() instanceof Act.Intervene
                                || step.act() instanceof Act.Wait wait
                                        && wait.time().compareTo(LONGEST) > 0);
    }

    /** Writes down what passes at the terminals and the sockets of the one modem that it is plugged into. */
    private static final class RecordingCable implements Cable {

        private final ByteArrayOutputStream written;
        private final List<String> given;
        private Recording recording;
        private ModemSource modems;

        RecordingCable(ByteArrayOutputStream written, List<String> given) {
            this.written = written;
            this.given = given;
        }

        @Override
        public Wire plug(Modem modem) {
            if (recording == null) {
                recording = new Recording(written, modem.blueprint().time(), () -> given, Set.of());
                RecordedSockets sockets = new RecordedSockets(recording, server -> false);
                modem.execute(() -> modem.part(SocketService.class).witnessedBy(sockets));
                modems = new RecordedModems(ModemSource.one(modem), recording);
            }
            return new ModemWire(modems::attach);
        }

        /** All of it, when the modem is off. */
        String text() {
            recording.close();
            return written.toString(StandardCharsets.UTF_8);
        }
    }
}
