package io.github.sim52xx.email.pop3;

import io.github.sim52xx.net.ModemSocket;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A connection to a POP3 server, one method a command (RFC 1939). Every method blocks until the server has replied,
 * throws {@link RefusedException} if it replied -ERR, and any other IOException if the connection is of no use any
 * more. Used by one thread at a time; {@link #close} may come from any other and ends what is going on.
 *
 * <p>Why not Angus Mail's POP3: it reads a mail into memory before it hands it out, sends DELE only at the end without
 * looking at the reply, and reports every failed login alike.
 */
final class Pop3Connection implements AutoCloseable {

    private static final int MAX_LISTED = 100_000;

    private final ModemSocket socket;
    private Pop3Input in;
    private OutputStream out;
    private String lastVerb = "";

    /** @param socket not yet open */
    Pop3Connection(ModemSocket socket) {
        this.socket = socket;
    }

    /** Connects and waits for the greeting. */
    void open(String host, int port, int timeoutMillis, ModemSocket.Activity activity) throws IOException {
        socket.open(host, port, timeoutMillis);
        socket.listen(activity);
        activity.sent(0);
        in = new Pop3Input(socket.getInputStream());
        out = socket.getOutputStream();
        reply("");
    }

    void logIn(String user, String password) throws IOException {
        command("USER", user);
        command("PASS", password);
    }

    Maildrop stat() throws IOException {
        try {
            Listing listing = Listing.parse(command("STAT", ""));
            return new Maildrop(listing.number(), listing.size());
        } catch (NumberFormatException e) {
            throw wrong("STAT", e);
        }
    }

    /** The size of one mail. */
    long size(int number) throws IOException {
        try {
            return Listing.parse(command("LIST", Integer.toString(number))).size();
        } catch (NumberFormatException e) {
            throw wrong("LIST", e);
        }
    }

    List<Listing> list() throws IOException {
        command("LIST", "");
        List<Listing> all = new ArrayList<>();
        for (String line = in.line(); !line.equals("."); line = in.line()) {
            if (all.size() == MAX_LISTED) {
                throw new ProtocolException("LIST does not end");
            }
            try {
                all.add(Listing.parse(line));
            } catch (NumberFormatException e) {
                throw wrong("LIST", e);
            }
        }
        return all;
    }

    /** The header of one mail, written to {@code header}. */
    void top(int number, OutputStream header) throws IOException {
        command("TOP", number + " 0");
        in.data(header);
    }

    /** One mail, written to {@code mail}. */
    void retrieve(int number, OutputStream mail) throws IOException {
        command("RETR", Integer.toString(number));
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
        return reply(verb);
    }

    /** What stands behind +OK. */
    private String reply(String verb) throws IOException {
        String line = in.line();
        if (line.startsWith("+OK")) {
            return line.substring(3);
        }
        if (line.startsWith("-ERR")) {
            throw new RefusedException(verb, line);
        }
        throw new ProtocolException(lastVerb() + " was answered \"" + shortened(line) + '"');
    }

    private static String shortened(String line) {
        return line.length() > 80 ? line.substring(0, 80) + "…" : line;
    }

    private static IOException wrong(String verb, NumberFormatException e) {
        return new ProtocolException(verb + " was answered with something else: " + shortened(e.getMessage()));
    }
}
