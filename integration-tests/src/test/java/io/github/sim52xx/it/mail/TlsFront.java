package io.github.sim52xx.it.mail;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLSocketFactory;

/** Stands in front of a mail server that speaks plain, and gives it TLS: at once, or when the client asks for it. */
final class TlsFront implements Closeable {

    /** What it does about TLS. */
    enum Kind {
        IMPLICIT,
        /** Offers STARTTLS or STLS, and does it. */
        OFFERS,
        /** Somebody has taken the offer out. */
        STRIPPED,
        /** Offers and refuses. */
        REFUSES,
        /** Sends a reply in the clear behind the one to STARTTLS, which the client would take for one under TLS. */
        INJECTS,
        /** Says nothing when the handshake should begin. */
        SILENT,
        /** Silent from the beginning. */
        SILENT_AT_ONCE
    }

    private final ServerSocket listening;
    private final SSLSocketFactory sockets;
    private final Kind kind;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final List<String> clear = new CopyOnWriteArrayList<>();
    private volatile int backend;

    TlsFront(Kind kind, Certificates.Holder certificate) throws IOException {
        this.kind = kind;
        sockets = Certificates.server(certificate);
        listening = new ServerSocket(0, 16, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    }

    /** Begins, in front of a server on that port of loopback. */
    void serve(int port) {
        backend = port;
        daemon(() -> {
            while (true) {
                Socket client = listening.accept();
                open.add(client);
                daemon(() -> session(client));
            }
        });
    }

    int port() {
        return listening.getLocalPort();
    }

    /** The lines that clients have sent in the clear, up to the first that has nothing to do with TLS. */
    List<String> clear() {
        return List.copyOf(clear);
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    private void session(Socket client) throws IOException {
        if (kind == Kind.SILENT_AT_ONCE) {
            return;
        }
        Socket server = new Socket(InetAddress.getLoopbackAddress(), backend);
        open.add(server);
        if (kind == Kind.IMPLICIT) {
            join(secured(client), server);
            return;
        }
        BufferedReader replies = reader(server);
        say(client, replies.readLine());
        InputStream commands = client.getInputStream();
        for (String line = line(commands); line != null; line = line(commands)) {
            clear.add(line);
            if (line.equals("STARTTLS") || line.equals("STLS")) {
                boolean smtp = line.equals("STARTTLS");
                if (kind == Kind.REFUSES || kind == Kind.STRIPPED) {
                    say(client, smtp ? "454 4.7.0 not now" : "-ERR not now");
                    continue;
                }
                String go = smtp ? "220 go on" : "+OK go on";
                String injected = smtp ? "250-injected\r\n250 AUTH PLAIN" : "+OK injected";
                say(client, kind == Kind.INJECTS ? go + "\r\n" + injected : go);
                if (kind == Kind.SILENT) {
                    return;
                }
                join(secured(client), server);
                return;
            }
            say(server, line);
            if (!line.startsWith("EHLO") && !line.equals("CAPA")) {
                join(client, server);
                return;
            }
            for (String reply : replies(line, replies)) {
                say(client, reply);
            }
        }
        server.close();
    }

    /** The server's reply lines, with an offer in those that list what it can do. */
    private List<String> replies(String command, BufferedReader from) throws IOException {
        List<String> lines = new ArrayList<>();
        boolean capa = command.equals("CAPA");
        String line = from.readLine();
        while (line != null && (capa ? !line.equals(".") && !line.startsWith("-ERR") : line.startsWith("-", 3))) {
            lines.add(line);
            line = from.readLine();
        }
        if (kind != Kind.STRIPPED && capa && !lines.isEmpty()) {
            lines.add("STLS");
        } else if (kind != Kind.STRIPPED && command.startsWith("EHLO")) {
            lines.add("250-STARTTLS");
        }
        lines.add(line == null ? "" : line);
        return lines;
    }

    private Socket secured(Socket client) throws IOException {
        Socket secured = sockets.createSocket(client, (InputStream) null, true);
        open.add(secured);
        return secured;
    }

    private void join(Socket one, Socket other) throws IOException {
        daemon(() -> pass(other, one));
        pass(one, other);
    }

    private static void pass(Socket from, Socket to) throws IOException {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        }
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    /** Not a byte more than the line: what follows may be a handshake. */
    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (b == '\n') {
                return line.toString().stripTrailing();
            }
            line.append((char) b);
        }
        return null;
    }

    private static void say(Socket to, String text) throws IOException {
        OutputStream out = to.getOutputStream();
        out.write((text + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void daemon(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // One end has gone.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
