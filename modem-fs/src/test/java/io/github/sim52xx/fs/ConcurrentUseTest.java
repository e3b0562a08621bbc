package io.github.sim52xx.fs;

import static io.github.sim52xx.fs.Contents.path;
import static io.github.sim52xx.fs.Contents.stage;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workers save while others look. */
class ConcurrentUseTest {

    private static final int WORKERS = 4;
    private static final int MAILS = 50;

    @Test
    void mailsInMemoryAreSeenWholeOrNotAtAll() throws Exception {
        mailsAreSeenWholeOrNotAtAll(Contents.memory(Drive.C, 4 << 20));
    }

    @Test
    void keptMailsAreSeenWholeOrNotAtAll(@TempDir Path directory) throws Exception {
        try (StateDirectory state = StateDirectory.open(directory)) {
            mailsAreSeenWholeOrNotAtAll(Contents.volume(Drive.C, 4 << 20, state.mirror(Drive.C, line -> {})));
        }
    }

    private static void mailsAreSeenWholeOrNotAtAll(Volume volume) throws Exception {
        List<CompletableFuture<Void>> workers = new ArrayList<>();
        for (int worker = 0; worker < WORKERS; worker++) {
            String prefix = "C:/Email/" + worker;
            workers.add(CompletableFuture.runAsync(() -> saveMails(volume, prefix)));
        }
        CompletableFuture<Void> all = CompletableFuture.allOf(workers.toArray(CompletableFuture[]::new));
        boolean last;
        do {
            last = all.isDone();
            int seen = checkMails(volume);
            assertThat(!last || seen == WORKERS * MAILS).isTrue();
        } while (!last);
        all.get(60, TimeUnit.SECONDS);
    }

    private static void saveMails(Volume volume, String prefix) {
        try {
            for (int i = 0; i < MAILS; i++) {
                try (Staging mail = volume.stage()) {
                    stage(mail, "a", "x".repeat(5000));
                    stage(mail, "b", "y");
                    mail.commit(path(prefix + "_" + i));
                }
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static int checkMails(Volume volume) throws Exception {
        if (!volume.exists(path("C:/Email"))) {
            return 0;
        }
        List<String> mails = volume.directories(path("C:/Email"));
        for (String mail : mails) {
            ModemPath directory = path("C:/Email/" + mail);
            assertThat(volume.files(directory)).containsExactly("a", "b");
            assertThat(volume.size(directory.child("a"))).isEqualTo(5000);
        }
        return mails.size();
    }
}
