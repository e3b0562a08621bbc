package io.github.sim52xx.email.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever arrives, in whatever pieces: same result, little memory, no exception but the storage's. */
class HostileMailTest {

    private static final int SIZE = 6 << 20;
    private static final long ALLOWED = 2 << 20;
    private static final String MIXED = "Content-Type: multipart/mixed; boundary=b\n\n";

    @Test
    void anyChunkingGivesTheSameResult() {
        for (byte[] mail : Samples.all()) {
            Received whole = Received.bytes(mail);
            assertSame(Received.pieces(mail, 1, new Random(0)), whole);
            for (int seed = 0; seed < 300; seed++) {
                assertSame(Received.pieces(mail, 1 + seed, new Random(seed)), whole);
            }
        }
    }

    @Test
    void damagedMailsThrowNothingAndDependOnNoChunking() {
        List<byte[]> samples = Samples.all();
        for (int seed = 0; seed < 2000; seed++) {
            Random random = new Random(seed);
            byte[] mail = samples.get(seed % samples.size());
            for (int i = 1 + random.nextInt(8); i > 0; i--) {
                mail = damaged(mail, random);
            }
            assertSame(Received.pieces(mail, 1 + random.nextInt(100), random), Received.bytes(mail));
        }
    }

    @Test
    void noiseThrowsNothing() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            byte[] noise = new byte[random.nextInt(5000)];
            random.nextBytes(noise);
            assertSame(Received.pieces(noise, 50, random), Received.bytes(noise));
        }
    }

    static Stream<Named<Endless>> endless() {
        String text = "0123456789".repeat(100);
        return Stream.of(
                endless("a header line", "Subject: ", text),
                endless("a folded field", "Subject: x\n", " " + text + "\n"),
                endless("fields that count", "", "To: " + text + "\n"),
                endless("fields that do not", "", "X-" + text + ": y\n"),
                endless("a content type", "Content-Type: text/plain", "; a" + text + "=b"),
                endless("a first line", "", text),
                endless("a line of text", "\n", text),
                endless("lines of text", "\n", text + "\n"),
                endless("a line in a multipart", MIXED + "--b\n\n", text),
                endless("a line that begins like a delimiter", MIXED + "--b\n\n--b", text),
                endless("hyphens", MIXED + "--b\n\n", "-".repeat(1000)),
                endless("lines of hyphens", MIXED + "--b\n\n", "--\n".repeat(100)),
                endless("CRs", MIXED + "--b\n\n", "\r".repeat(1000)),
                endless("a preamble", MIXED, text + "\n"),
                endless("an epilogue", MIXED + "--b--\n", text + "\n"),
                endless("parts", MIXED, "--b\n\n" + "x".repeat(50) + "\n"),
                endless("empty parts", MIXED, "--b\n--b\n--b\n--b\n"),
                endless("attachments", MIXED, "--b\nContent-Disposition: attachment\n\nx\n"),
                endless(
                        "attachments of one name",
                        MIXED,
                        "--b\nContent-Type: a/b; name=" + "n".repeat(500) + "\n\nx\n"),
                endless(
                        "nested multiparts",
                        "Content-Type: multipart/mixed; boundary=a\n\n",
                        "--a\nContent-Type: multipart/mixed; boundary=a\n\n"),
                endless(
                        "base64",
                        MIXED + "--b\nContent-Transfer-Encoding: base64\nContent-Type: a/b\n\n",
                        "QUJD".repeat(100)),
                endless(
                        "quoted-printable blanks",
                        "Content-Transfer-Encoding: quoted-printable\n\n= ",
                        " ".repeat(1000)),
                endless("uuencode without a begin", "Content-Transfer-Encoding: uuencode\n\n", text + "\n"),
                endless("a uuencoded block", "\nbegin 644 x\n", ("M" + "0V%T".repeat(15) + "\n").repeat(10)),
                endless("blocks that are none", "\n", "begin 644 x\n#0V%T\nno\n"),
                endless("an escape sequence", "Content-Type: text/plain; charset=iso-2022-jp\n\n", "\u001b"));
    }

    private static Named<Endless> endless(String name, String start, String repeated) {
        return Named.of(name, new Endless(start.getBytes(ISO_8859_1), repeated.getBytes(ISO_8859_1)));
    }

    /** A mail that goes on for long. */
    record Endless(byte[] start, byte[] repeated) {}

    @ParameterizedTest
    @MethodSource
    void endless(Endless mail) throws IOException {
        byte[] piece = new byte[(1 + 32 * 1024 / mail.repeated().length) * mail.repeated().length];
        for (int i = 0; i < piece.length; i++) {
            piece[i] = mail.repeated()[i % mail.repeated().length];
        }
        long before = used();
        try (MailReader reader = new MailReader(new NullFiles(), "EMAIL", ".TXT")) {
            reader.write(mail.start(), 0, mail.start().length);
            for (int i = 0; i < SIZE / piece.length; i++) {
                reader.write(piece, 0, piece.length);
            }
            assertThat(used() - before).isLessThan(ALLOWED);
            assertThat(reader.end().attachments()).hasSizeLessThanOrEqualTo(Attachments.MAX);
        }
    }

    @Test
    void whatTheStorageThrowsArrivesAndNothingStaysOpen() throws IOException {
        for (byte[] mail : Samples.all()) {
            boolean failed = true;
            for (int operation = 0; failed; operation++) {
                FailingFiles files = new FailingFiles(operation);
                Throwable thrown;
                try (MailReader reader = new MailReader(files, "EMAIL", ".TXT")) {
                    thrown = catchThrowable(() -> {
                        for (int i = 0; i < mail.length; i += 100) {
                            reader.write(mail, i, Math.min(100, mail.length - i));
                        }
                        reader.end();
                    });
                }
                failed = thrown != null;
                assertThat(thrown).isSameAs(files.thrown);
                assertThat(files.open).isZero();
            }
        }
    }

    @Test
    void aMailMayBeGivenUpAnywhere() throws IOException {
        byte[] mail = Samples.all().get(0);
        for (int length = 0; length < mail.length; length += 37) {
            MemoryFiles files = new MemoryFiles();
            try (MailReader reader = new MailReader(files, "EMAIL", ".TXT")) {
                reader.write(mail, 0, length);
            }
            assertThat(files.open()).isZero();
        }
    }

    private static byte[] damaged(byte[] mail, Random random) {
        String[] pieces = {
            "\r",
            "\n",
            "\r\n",
            "--",
            "\"",
            ";",
            "=",
            "=?",
            "--=_outer\r\n",
            "--=_inner--\r\n",
            "\0",
            "\u00ff",
            "Content-Type: multipart/digest; boundary==_outer\r\n\r\n",
            "begin 644 x\r\n",
            "end\r\n",
            "charset=utf-16"
        };
        int from = random.nextInt(mail.length);
        int to = Math.min(mail.length, from + random.nextInt(60));
        byte[] inserted;
        switch (random.nextInt(4)) {
            case 0:
                inserted = new byte[0];
                break;
            case 1:
                inserted = pieces[random.nextInt(pieces.length)].getBytes(ISO_8859_1);
                to = from;
                break;
            case 2:
                inserted = new byte[] {(byte) random.nextInt(256)};
                to = from + 1;
                break;
            default:
                int source = random.nextInt(mail.length);
                inserted = Arrays.copyOfRange(mail, source, Math.min(mail.length, source + random.nextInt(300)));
                break;
        }
        byte[] result = new byte[from + inserted.length + mail.length - to];
        System.arraycopy(mail, 0, result, 0, from);
        System.arraycopy(inserted, 0, result, from, inserted.length);
        System.arraycopy(mail, to, result, from + inserted.length, mail.length - to);
        return result.length == 0 ? mail : result;
    }

    private static void assertSame(Received one, Received other) {
        assertThat(one.saved()).isEqualTo(other.saved());
        assertThat(one.files().contents().keySet())
                .isEqualTo(other.files().contents().keySet());
        other.files()
                .contents()
                .forEach((name, bytes) ->
                        assertThat(one.files().bytes(name)).as(name).isEqualTo(bytes));
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        long used = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            used = Math.min(used, runtime.totalMemory() - runtime.freeMemory());
        }
        return used;
    }

    /** A storage that forgets everything. */
    private static final class NullFiles implements MailFiles {

        @Override
        public OutputStream create(String name) {
            return OutputStream.nullOutputStream();
        }

        @Override
        public InputStream open(String name) {
            return InputStream.nullInputStream();
        }

        @Override
        public void rename(String from, String to) {}

        @Override
        public void delete(String name) {}
    }

    /** A storage that fails once, at a given operation. */
    private static final class FailingFiles implements MailFiles {

        private final MemoryFiles files = new MemoryFiles();
        private int left;
        private IOException thrown;
        private int open;

        FailingFiles(int operations) {
            left = operations;
        }

        private void count() throws IOException {
            if (left-- == 0) {
                thrown = new IOException("the card was pulled");
                throw thrown;
            }
        }

        @Override
        public OutputStream create(String name) throws IOException {
            count();
            open++;
            OutputStream file = files.create(name);
            return new OutputStream() {
                @Override
                public void write(int b) {
                    throw new UnsupportedOperationException();
                }

                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    count();
                    file.write(bytes, offset, length);
                }

                @Override
                public void close() throws IOException {
                    open--;
                    file.close();
                    count();
                }
            };
        }

        @Override
        public InputStream open(String name) throws IOException {
            count();
            return files.open(name);
        }

        @Override
        public void rename(String from, String to) throws IOException {
            count();
            files.rename(from, to);
        }

        @Override
        public void delete(String name) throws IOException {
            count();
            files.delete(name);
        }
    }
}
