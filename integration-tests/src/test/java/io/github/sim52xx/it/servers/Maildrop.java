package io.github.sim52xx.it.servers;

import io.github.sim52xx.net.HostPort;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * What lies on a server, seen by clients that have nothing in common with the modem's (RFC 1939, RFC 5321). Each question
 * is a session of its own.
 */
final class Maildrop {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final long PAUSE_NANOS = 20_000_000;

    private final HostPort smtp;
    private final HostPort pop3;

    Maildrop(MailBackend server) {
        smtp = server.smtp();
        pop3 = server.pop3();
    }

    /** The mails as they are transferred: line ends included, doubled dots not. */
    List<byte[]> mails() throws IOException {
        try (Client client = login()) {
            List<byte[]> mails = new ArrayList<>();
            int count = count(client);
            for (int number = 1; number <= count; number++) {
                client.command("RETR " + number, "+OK");
                mails.add(client.content());
            }
            client.command("QUIT", "+OK");
            return mails;
        }
    }

    /** Waits until there are so many mails, and returns them; servers accept mails before they deliver them. */
    List<byte[]> await(int count) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        int there = count();
        while (there < count) {
            if (System.nanoTime() > end) {
                throw new AssertionError("only " + there + " mails of " + count);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
            there = count();
        }
        return mails();
    }

    int count() throws IOException {
        try (Client client = login()) {
            int count = count(client);
            client.command("QUIT", "+OK");
            return count;
        }
    }

    void clear() throws IOException {
        try (Client client = login()) {
            for (int number = count(client); number > 0; number--) {
                client.command("DELE " + number, "+OK");
            }
            client.command("QUIT", "+OK");
        }
    }

    /** Sends mails, texts with CRLF, and waits until they lie there in this order. */
    void deliver(List<byte[]> mails) throws IOException {
        int before = count();
        for (byte[] mail : mails) {
            try (Client client = new Client(smtp)) {
                client.expect("220");
                client.command("HELO test.example", "250");
                client.command("MAIL FROM:<tester@server.com>", "250");
                client.command("RCPT TO:<anyone@server.com>", "250");
                client.command("DATA", "354");
                client.send(dotted(mail));
                client.command(".", "250");
                client.command("QUIT", "221");
            }
            before++;
            await(before);
        }
    }

    private static byte[] dotted(byte[] mail) {
        String text = new String(mail, StandardCharsets.ISO_8859_1);
        String whole = text.endsWith("\r\n") ? text : text + "\r\n";
        return ("\r\n" + whole).replace("\r\n.", "\r\n..").substring(2).getBytes(StandardCharsets.ISO_8859_1);
    }

    private Client login() throws IOException {
        Client client = new Client(pop3);
        client.expect("+OK");
        client.command("USER un", "+OK");
        client.command("PASS pwd", "+OK");
        return client;
    }

    private static int count(Client client) throws IOException {
        return Integer.parseInt(client.command("STAT", "+OK").split(" ")[1]);
    }

    /** One session. */
    private static final class Client implements AutoCloseable {

        private final Socket socket;
        private final InputStream in;

        Client(HostPort place) throws IOException {
            socket = new Socket(place.host(), place.port());
            socket.setSoTimeout((int) PATIENCE.toMillis());
            in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        }

        void send(byte[] bytes) throws IOException {
            socket.getOutputStream().write(bytes);
        }

        String command(String command, String wanted) throws IOException {
            send((command + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            return expect(wanted);
        }

        String expect(String wanted) throws IOException {
            String line = new String(line(), StandardCharsets.ISO_8859_1);
            if (!line.startsWith(wanted)) {
                throw new AssertionError(wanted + " was wanted, not " + line);
            }
            return line.strip();
        }

        /** A multi-line reply's lines up to the dot. */
        byte[] content() throws IOException {
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            while (true) {
                byte[] line = line();
                if (line.length == 3 && line[0] == '.') {
                    return content.toByteArray();
                }
                int dot = line[0] == '.' ? 1 : 0;
                content.write(line, dot, line.length - dot);
            }
        }

        /** Up to and with CRLF. */
        private byte[] line() throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            int last = 0;
            int next = in.read();
            while (next >= 0) {
                line.write(next);
                if (last == '\r' && next == '\n') {
                    return line.toByteArray();
                }
                last = next;
                next = in.read();
            }
            throw new IOException("closed after " + line);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
