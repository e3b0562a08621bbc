package io.github.sim52xx.email.pop3;

import io.github.sim52xx.email.Secret;
import io.github.sim52xx.email.ServerInput;
import io.github.sim52xx.net.ModemSocket;
import io.github.sim52xx.net.TlsMode;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A connection to a POP3 server, one method a command (RFC 1939, RFC 2449, RFC 2595). Every method blocks until the server has replied,
 * throws {@link RefusedException} if it replied -ERR, and any other IOException if the connection is of no use any
 * more. Used by one thread at a time; {@link #close} may come from any other and ends what is going on.
 *
 * <p>Why not Angus Mail's POP3: it reads a mail into memory before it hands it out, sends DELE only at the end without
 * looking at the reply, and reports every failed login alike.
 */
final class Pop3Connection implements AutoCloseable {

    private static final int MAX_LISTED = 100_000;
    private static final int MAX_SHOWN = 200;
    private static final Pattern ANNOUNCED = Pattern.compile(" +(\\d{1,18})\\b");
    /** The session's timer sees to it. */
    private static final int NO_TIMEOUT = 0;

    private final ModemSocket socket;
    private final Secret secret;
    private ServerInput in;
    private OutputStream out;
    private String lastVerb = "";

    /**
     * @param socket not yet open
     * @param secret what no message may show, whatever the server says
     */
    Pop3Connection(ModemSocket socket, Secret secret) {
        this.socket = socket;
        this.secret = secret;
    }

    /** Connects, waits for the greeting, and goes over to TLS where that is still to be done. */
    void open(String host, int port, ModemSocket.Activity activity) throws IOException {
        activity.sent(0);
        socket.open(host, port, NO_TIMEOUT);
        socket.listen(activity);
        activity.sent(0);
        attach();
        reply();
        secure();
    }

    private void secure() throws IOException {
        TlsMode pending = socket.pendingTls();
        if (pending == TlsMode.OFF || pending == TlsMode.AUTO && !offersTls()) {
            return;
        }
        try {
            command("STLS", "");
        } catch (RefusedException e) {
            throw socket.notSecured("has no TLS (--tls): " + e.getMessage());
        }
        if (in.hasMore()) {
            throw socket.notSecured("says more in the clear behind its answer to STLS, which nobody can trust");
        }
        socket.secure();
        attach();
    }

    /** A server that does not know CAPA has no TLS either. */
    private boolean offersTls() throws IOException {
        try {
            command("CAPA", "");
        } catch (RefusedException e) {
            return false;
        }
        boolean offered = false;
        int listed = 0;
        for (String line = in.line(); !line.equals("."); line = in.line()) {
            if (++listed == MAX_LISTED) {
                throw new ProtocolException("the list does not end");
            }
            offered |= line.equalsIgnoreCase("STLS");
        }
        return offered;
    }

    private void attach() throws IOException {
        in = new ServerInput(socket.getInputStream());
        out = socket.getOutputStream();
    }

    void logIn(String user, String password) throws IOException {
        command("USER", user);
        command("PASS", password);
    }

    Maildrop stat() throws IOException {
        Listing all = listing(command("STAT", ""));
        return new Maildrop(all.number(), all.size());
    }

    /** The size of one mail. */
    long size(int number) throws IOException {
        return listing(command("LIST", Integer.toString(number))).size();
    }

    List<Listing> list() throws IOException {
        command("LIST", "");
        List<Listing> all = new ArrayList<>();
        for (String line = in.line(); !line.equals("."); line = in.line()) {
            if (all.size() == MAX_LISTED) {
                throw new ProtocolException("the list does not end");
            }
            all.add(listing(line));
        }
        return all;
    }

    /** The header of one mail, written to {@code header}. */
    void top(int number, OutputStream header) throws IOException {
        command("TOP", number + " 0");
        in.data(header);
    }

    /** Asks for one mail, which {@link #mail} then reads; the size that the server announces, 0 if it does not. */
    long retrieve(int number) throws IOException {
        Matcher size = ANNOUNCED.matcher(command("RETR", Integer.toString(number)));
        return size.lookingAt() ? Long.parseLong(size.group(1)) : 0;
    }

    /** The mail that has been asked for, written to {@code mail}. */
    void mail(OutputStream mail) throws IOException {
        in.data(mail);
    }

    /** Marks one mail; it goes when the session ends with {@link #quit}. */
    void delete(int number) throws IOException {
        command("DELE", Integer.toString(number));
    }

    void quit() throws IOException {
        command("QUIT", "");
    }

    /** What was asked last, for the console. */
    String lastVerb() {
        return lastVerb.isEmpty() ? "the connection" : lastVerb;
    }

    /** What secures the connection, for the console; empty if it is plain. */
    String security() {
        return socket.security();
    }

    boolean isBearerLost() {
        return socket.isBearerLost();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // A socket that cannot be closed is as good as closed.
        }
    }

    private String command(String verb, String argument) throws IOException {
        lastVerb = verb;
        String line = argument.isEmpty() ? verb : verb + " " + argument;
        out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        return reply();
    }

    /** What stands behind +OK. */
    private String reply() throws IOException {
        String line = in.line();
        if (line.startsWith("+OK")) {
            return line.substring(3);
        }
        if (line.startsWith("-ERR")) {
            throw new RefusedException(lastVerb, lastVerb() + " was answered " + shown(line));
        }
        throw wrong(line);
    }

    private Listing listing(String text) throws ProtocolException {
        try {
            return Listing.parse(text);
        } catch (NumberFormatException e) {
            throw wrong(text);
        }
    }

    private ProtocolException wrong(String reply) {
        return new ProtocolException("a wrong reply, " + shown(reply));
    }

    private String shown(String reply) {
        String shown = secret.hiddenIn(reply);
        return '"' + (shown.length() > MAX_SHOWN ? shown.substring(0, MAX_SHOWN) + "…" : shown) + '"';
    }
}
