package io.github.sim52xx.email.smtp;

import io.github.sim52xx.email.ByteText;
import io.github.sim52xx.email.MailAddress;
import io.github.sim52xx.email.Secret;
import io.github.sim52xx.email.ServerInput;
import io.github.sim52xx.email.compose.OutgoingMail;
import io.github.sim52xx.net.ModemSocket;
import io.github.sim52xx.net.TlsMode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A connection to an SMTP server, one method a step (RFC 5321, RFC 4954, RFC 3207). Every method blocks until the server has
 * replied, throws {@link RefusedException} if it refused or cannot be understood, and any other IOException if the
 * connection is of no use any more. Used by one thread.
 *
 * <p>Why not Angus Mail's SMTP: it keeps replies of any length, answers 530 to AUTH with STARTTLS and any reply that it
 * does not understand with QUIT, whose reply it waits for, and sends names and passwords as UTF-8, whatever was typed.
 */
final class SmtpConnection {

    private static final int READY = 220;
    private static final int CHALLENGE = 334;
    private static final int GO_AHEAD = 354;
    /** Replies of a server that does not know EHLO (RFC 5321 4.1.1.1). */
    private static final Set<Integer> UNKNOWN_COMMAND = Set.of(500, 501, 502, 504);

    private static final int MAX_REPLY = 64 * 1024;
    private static final int CONTENT_BUFFER = 16 * 1024;

    private final ModemSocket socket;
    private final Secret secret;
    private ServerInput in;
    private OutputStream out;
    /** What the server says it can do, in capitals, while it has been said hello to; else null. */
    private String extensions;

    private Exchange last = Exchange.GREETING;

    /**
     * @param socket open
     * @param secret what no message may show, whatever the server says
     */
    SmtpConnection(ModemSocket socket, Secret secret) {
        this.socket = socket;
        this.secret = secret;
    }

    /** Waits until the server says that it is ready. */
    void greeting() throws IOException {
        attach();
        if (reply().code() != READY) {
            throw refused();
        }
    }

    /** Goes over to TLS where that is still to be done; of what was heard before, nothing counts then (RFC 3207 4.2). */
    void secure(String name) throws IOException {
        TlsMode pending = socket.pendingTls();
        if (pending == TlsMode.OFF) {
            return;
        }
        hello(name);
        if (!offers("STARTTLS")) {
            if (pending == TlsMode.STARTTLS) {
                throw socket.notSecured("does not offer STARTTLS (--tls)");
            }
            return;
        }
        if (ask("STARTTLS", "").code() != READY) {
            throw socket.notSecured("offers STARTTLS, but " + last.describe());
        }
        if (in.hasMore()) {
            throw socket.notSecured("says more in the clear behind its answer to STARTTLS, which nobody can trust");
        }
        extensions = null;
        socket.secure();
        attach();
    }

    /** Says who the modem is, if it has not been said, and hears what the server can do. */
    void hello(String name) throws IOException {
        if (extensions != null) {
            return;
        }
        extensions = "";
        ask("EHLO", name);
        if (last.isPositive()) {
            extensions = last.reply().toUpperCase(Locale.ROOT);
        } else if (UNKNOWN_COMMAND.contains(last.code())) {
            ask("HELO", name);
        }
        requirePositive();
    }

    /** Logs in; does nothing at a server that offers no login. */
    void logIn(SmtpLogin login) throws IOException {
        List<String> mechanisms = mechanisms();
        if (mechanisms.isEmpty()) {
            return;
        }
        if (mechanisms.contains("LOGIN")) {
            authenticate("LOGIN", base64(login.user()), base64(login.password()));
        } else if (mechanisms.contains("PLAIN")) {
            String token = Secret.plainToken(login.user(), login.password());
            // A server that takes no initial response asks for it.
            authenticate("PLAIN " + token, token);
        } else {
            throw new RefusedException(SmtpOutcome.of(
                    SmtpCode.AUTH_ERROR, "the server offers neither AUTH LOGIN nor AUTH PLAIN, but " + mechanisms));
        }
    }

    /**
     * Sends one mail.
     *
     * @throws io.github.sim52xx.fs.FileSystemException if an attachment cannot be read
     */
    void deliver(OutgoingMail mail) throws IOException {
        ask("MAIL", "FROM:<" + mail.sender().address() + ">");
        requirePositive();
        for (MailAddress recipient : mail.recipients()) {
            if (!ask("RCPT", "TO:<" + recipient.address() + ">").isPositive()) {
                throw new RefusedException(SmtpOutcome.refused(last, recipient.address()));
            }
        }
        if (ask("DATA", "").code() != GO_AHEAD) {
            throw refused();
        }
        // Not closed: that would write half a mail when an attachment cannot be read.
        OutputStream buffered = new BufferedOutputStream(out, CONTENT_BUFFER);
        DotStuffing content = new DotStuffing(buffered);
        mail.writeTo(content);
        content.finish();
        buffered.write(line("."));
        last = new Exchange(".", 0, "");
        buffered.flush();
        reply();
        requirePositive();
    }

    void quit() throws IOException {
        ask("QUIT", "");
    }

    /** The last command and its reply. */
    Exchange last() {
        return last;
    }

    private void authenticate(String mechanism, String... answers) throws IOException {
        ask("AUTH", mechanism);
        for (int i = 0; i < answers.length && last.code() == CHALLENGE; i++) {
            out.write(line(answers[i]));
            last = new Exchange("AUTH", 0, "");
            reply();
        }
        requirePositive();
    }

    private Exchange ask(String verb, String argument) throws IOException {
        last = new Exchange(verb, 0, "");
        out.write(line(argument.isEmpty() ? verb : verb + " " + argument));
        return reply();
    }

    /** A reply of one or more lines (RFC 5321 4.2.1); what comes last counts. */
    private Exchange reply() throws IOException {
        StringBuilder text = new StringBuilder();
        // Lines may hold nothing but their code.
        for (int length = 0; length < MAX_REPLY; ) {
            String line = in.line();
            length += line.length() + 1;
            int code = code(line);
            if (code < 0) {
                throw unintelligible(secret.hiddenIn(line));
            }
            text.append(text.length() == 0 ? "" : "\n").append(line.substring(Math.min(line.length(), 4)));
            if (!line.startsWith("-", 3)) {
                last = last.answered(code, secret.hiddenIn(text.toString()));
                return last;
            }
        }
        throw unintelligible("a reply that does not end");
    }

    /** The code of a reply line, -1 if it is none. */
    private static int code(String line) {
        boolean ends = line.length() == 3 || line.startsWith(" ", 3) || line.startsWith("-", 3);
        if (!ends || !line.chars().limit(3).allMatch(c -> c >= '0' && c <= '9')) {
            return -1;
        }
        return Integer.parseInt(line.substring(0, 3));
    }

    private void requirePositive() throws RefusedException {
        if (!last.isPositive()) {
            throw refused();
        }
    }

    private RefusedException refused() {
        return new RefusedException(SmtpOutcome.refused(last, null));
    }

    private RefusedException unintelligible(String reply) {
        return new RefusedException(SmtpOutcome.of(SmtpCode.SERVER_ERROR, last.answeredWith(reply)));
    }

    private void attach() throws IOException {
        in = new ServerInput(socket.getInputStream());
        out = socket.getOutputStream();
    }

    private boolean offers(String keyword) {
        return extensions.lines().anyMatch(line -> line.equals(keyword) || line.startsWith(keyword + " "));
    }

    /** From {@code AUTH LOGIN PLAIN}, or {@code AUTH=LOGIN} as old servers write it, among the lines behind EHLO. */
    private List<String> mechanisms() {
        List<String> all = new ArrayList<>();
        for (String line : extensions.split("\n")) {
            if (line.startsWith("AUTH ") || line.startsWith("AUTH=")) {
                all.addAll(List.of(line.substring(5).split(" +")));
            }
        }
        all.removeIf(String::isEmpty);
        return all;
    }

    private static String base64(String typed) {
        return Base64.getEncoder().encodeToString(ByteText.bytes(typed));
    }

    private static byte[] line(String text) {
        return (text + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }
}
