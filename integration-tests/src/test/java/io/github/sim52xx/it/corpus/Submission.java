package io.github.sim52xx.it.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.net.HostPort;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A mail that some other mailer hands to a server: bytes as they are, characters being Latin-1. */
final class Submission {

    private Submission() {}

    static void send(HostPort server, String mail) throws IOException {
        try (Socket socket = new Socket(server.host(), server.port())) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            OutputStream out = socket.getOutputStream();
            expect(in, "220");
            for (String command :
                    new String[] {"HELO there", "MAIL FROM:<mike@server.com>", "RCPT TO:<john@server.com>"}) {
                say(out, command + "\r\n");
                expect(in, "250");
            }
            say(out, "DATA\r\n");
            expect(in, "354");
            say(out, mail.replaceAll("(?m)^\\.", "..") + "\r\n.\r\n");
            expect(in, "250");
            say(out, "QUIT\r\n");
            expect(in, "221");
        }
    }

    private static void say(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void expect(BufferedReader in, String code) throws IOException {
        String line = in.readLine();
        while (line.startsWith("-", 3)) {
            line = in.readLine();
        }
        assertThat(line).startsWith(code);
    }
}
