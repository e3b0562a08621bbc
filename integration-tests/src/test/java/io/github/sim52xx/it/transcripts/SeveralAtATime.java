package io.github.sim52xx.it.transcripts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.cli.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Plays transcripts side by side, as they mostly wait whether anything comes that should not. */
final class SeveralAtATime {

    private static final int AT_ONCE = 16;

    private SeveralAtATime() {}

    /** A test for each transcript, which passes if {@code playing} finds no difference. */
    static Stream<DynamicTest> play(String prefix, List<Transcript> transcripts, Playing playing) {
        ExecutorService players = Executors.newFixedThreadPool(AT_ONCE);
        List<DynamicTest> tests = new ArrayList<>();
        for (Transcript transcript : transcripts) {
            Future<List<String>> played = players.submit(() -> playing.play(transcript));
            tests.add(DynamicTest.dynamicTest(
                    prefix + Transcripts.nameOf(transcript),
                    () -> assertThat(played.get()).isEmpty()));
        }
        players.shutdown();
        return tests.stream();
    }

    /** Returns the first difference in lines, none if there is none. */
    @FunctionalInterface
    interface Playing {
        List<String> play(Transcript transcript) throws Exception;
    }
}
