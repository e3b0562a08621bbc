package io.github.sim52xx.fs;

import static io.github.sim52xx.fs.Contents.path;
import static io.github.sim52xx.fs.Contents.stage;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A process of its own that saves and deletes files in a state directory until it is killed. It says {@code open}, and
 * then the number of each mail that has been saved.
 */
final class MailStorm {

    static final int LENGTH = 30_000;

    private MailStorm() {}

    public static void main(String[] arguments) throws IOException {
        StateDirectory state = StateDirectory.open(Path.of(arguments[0]));
        Volume c = Contents.of(state, Drive.C);
        System.out.println("open");
        for (int mail = 1; ; mail++) {
            try (Staging staging = c.stage()) {
                stage(staging, "a", "x".repeat(LENGTH));
                stage(staging, "b", "y");
                staging.commit(path("C:/Email/" + mail));
            }
            System.out.println(mail);
            if (mail > 10) {
                c.deleteFiles(path("C:/Email/" + (mail - 10)));
                c.deleteDirectory(path("C:/Email/" + (mail - 10)));
            }
        }
    }
}
