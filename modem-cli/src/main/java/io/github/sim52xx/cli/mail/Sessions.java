package io.github.sim52xx.cli.mail;

import io.github.sim52xx.modem.Workers;
import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All sessions of a server: those that run, of which there are only so many, and the records of the last. Thread-safe. */
final class Sessions implements Closeable {

    /** How many run at a time. */
    static final int PLACES = 64;

    private static final int RECORDS = 256;

    private final Service service;
    private final Set<Link> running = new HashSet<>();
    private final Deque<Transcript> transcripts = new ArrayDeque<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private volatile Conduct conduct;
    private boolean closed;

    Sessions(Service service, Conduct conduct) {
        this.service = service;
        this.conduct = conduct;
    }

    Service service() {
        return service;
    }

    Conduct conduct() {
        return conduct;
    }

    void conduct(Conduct value) {
        conduct = value;
    }

    /** One more occurrence of a verb; how many there are now. */
    synchronized int count(Protocol protocol, String verb) {
        return seen.merge(protocol + verb, 1, Integer::sum);
    }

    synchronized List<Transcript> transcripts() {
        return List.copyOf(transcripts);
    }

    /** True if a session does nothing because it is made to. */
    synchronized boolean isHolding() {
        return running.stream().anyMatch(Link::isHolding);
    }

    /** A new connection: a session of its own, if there is a place for it. */
    void begin(Protocol protocol, Socket socket) {
        try {
            Link link = new Link(socket, service.time());
            Transcript transcript = new Transcript(protocol);
            if (enter(link, transcript)) {
                Workers.shared().execute(() -> run(protocol, link, transcript));
            } else {
                link.refuse(protocol.noPlace());
            }
        } catch (IOException e) {
            Sockets.close(socket);
        }
    }

    @Override
    public void close() {
        List<Link> ending;
        synchronized (this) {
            closed = true;
            ending = List.copyOf(running);
        }
        ending.forEach(Link::close);
    }

    private void run(Protocol protocol, Link link, Transcript transcript) {
        try {
            switch (protocol) {
                case SMTP -> new SmtpSession(this, link, transcript).run();
                case POP3 -> new Pop3Session(this, link, transcript).run();
            }
        } finally {
            // The place first: whoever sees his connection end can come again at once.
            leave(link);
            link.close();
            transcript.end();
        }
    }

    private synchronized boolean enter(Link link, Transcript transcript) {
        if (closed || running.size() == PLACES) {
            return false;
        }
        running.add(link);
        if (transcripts.size() == RECORDS) {
            transcripts.remove();
        }
        transcripts.add(transcript);
        return true;
    }

    private synchronized void leave(Link link) {
        running.remove(link);
    }
}
