package io.github.sim52xx.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** However long lines are and in whatever pieces they come, no password is in the trace. */
class TracedChannelTest {

    private static final String PASSWORD = "geheim-4711";
    private static final String TOKEN =
            Base64.getEncoder().encodeToString(PASSWORD.getBytes(StandardCharsets.ISO_8859_1));

    private final StringBuilder trace = new StringBuilder();
    private final SeenSecrets secrets = new SeenSecrets();
    private final TracedChannel pop3 = channel("POP3 1");
    private final TracedChannel smtp = channel("SMTP 1");

    @Test
    void passwordsAtAnyPlaceOfALongLine() {
        say(pop3, true, "PASS " + PASSWORD + "\r\n");
        for (int before = 4000; before < 4200; before++) {
            say(pop3, false, "x".repeat(before) + PASSWORD + "y".repeat(5000) + PASSWORD + "\r\n");
        }
        assertThat(trace).contains("xxx***yyy").doesNotContain(PASSWORD);
        assertThat(trace.toString().lines()).allMatch(line -> line.length() < 4200);
    }

    @Test
    void aLongLineIsInTheTraceToTheByte() {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < 3000; i++) {
            line.append(i).append(' ');
        }
        say(pop3, false, line + "\r\n");
        assertThat(trace.toString().replace("\n", "")).isEqualTo(line + "\\r\\n");
    }

    @Test
    void repliesByteForByte() {
        say(smtp, true, "AUTH LOGIN\r\n");
        for (char c : "334 VXNlcm5hbWU6\r\n".toCharArray()) {
            say(smtp, false, String.valueOf(c));
        }
        say(smtp, true, TOKEN + "\r\n");
        assertThat(trace).contains("334 VXNlcm5hbWU6\\r\\n\n").doesNotContain(TOKEN);
    }

    @Test
    void aChallengeWithACarriageReturnInIt() {
        say(smtp, true, "AUTH LOGIN\r\n");
        say(smtp, false, "334 a\rb" + "c".repeat(5000) + "\r\n");
        say(smtp, true, TOKEN + "\r\n");
        assertThat(trace).doesNotContain(TOKEN);
    }

    private TracedChannel channel(String name) {
        return new TracedChannel(
                name, secrets, (channel, outgoing, text) -> trace.append(text).append('\n'));
    }

    private static void say(TracedChannel channel, boolean outgoing, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        channel.bytes(outgoing, bytes, 0, bytes.length);
    }
}
