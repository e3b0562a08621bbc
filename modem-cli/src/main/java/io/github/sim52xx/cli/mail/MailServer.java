package io.github.sim52xx.cli.mail;

import io.github.sim52xx.modem.Time;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The mail server inside the process: SMTP and POP3, on the loopback interface unless told otherwise. Starting it costs two sockets and two
 * threads; the protocols come with the first connection. At most 64 sessions run at a time. Thread-safe.
 *
 * <pre>{@code
 * try (MailServer server = MailServer.builder().start()) {
 *     server.conduct(Script.of().on(SMTP, "RCPT").reply("550 5.1.1 No such user"));
 *     …
 *     server.mailbox().messages();
 * }
 * }</pre>
 */
public final class MailServer implements Closeable {

    private static final InetAddress LOOPBACK = loopback();

    private final Mailbox mailbox;
    private final Sessions sessions;
    private final Doorway smtp;
    private final Doorway pop3;

    private MailServer(Builder builder) throws IOException {
        mailbox = builder.mailbox();
        Service service = new Service(
                mailbox, builder.accounts, builder.authRequired, builder.sizeLimit, builder.time, builder.stamps);
        sessions = new Sessions(service, builder.conduct);
        smtp = builder.doorway(Protocol.SMTP, sessions);
        try {
            pop3 = builder.doorway(Protocol.POP3, sessions);
        } catch (IOException e) {
            smtp.close();
            throw e;
        }
        smtp.open();
        pop3.open();
    }

    public static Builder builder() {
        return new Builder();
    }

    public int smtpPort() {
        return smtp.address().getPort();
    }

    public int pop3Port() {
        return pop3.address().getPort();
    }

    public InetSocketAddress address(Protocol protocol) {
        return switch (protocol) {
            case SMTP -> smtp.address();
            case POP3 -> pop3.address();
        };
    }

    /** True while a session does nothing because it is made to: it stalls, delays or drips, or has sent what is no reply. */
    public boolean isHolding() {
        return sessions.isHolding();
    }

    /** Where everything that is sent to anyone lies. */
    public Mailbox mailbox() {
        return mailbox;
    }

    /** Changes how the server behaves from the next command on, in sessions that run as well. */
    public void conduct(Conduct conduct) {
        sessions.conduct(conduct);
    }

    /** What was said in the sessions so far, oldest first; only the last 256 are kept. */
    public List<Transcript> transcripts() {
        return sessions.transcripts();
    }

    /** Ends listening and all sessions at once. The mailbox remains as it is. */
    @Override
    public void close() {
        smtp.close();
        pop3.close();
        sessions.close();
    }

    /** By number: the platform's answer depends on its preferences. */
    private static InetAddress loopback() {
        try {
            return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }

    /** Collects what a server is to be like. */
    public static final class Builder {

        private final Map<Protocol, InetSocketAddress> addresses = new EnumMap<>(Protocol.class);
        private final Set<Protocol> refusing = EnumSet.noneOf(Protocol.class);
        private Mailbox mailbox;
        private Accounts accounts = Accounts.STANDARD;
        private boolean authRequired;
        private long sizeLimit = 32 << 20;
        private Time time = Mailbox.HOST_TIME;
        private Conduct conduct = Conduct.CORRECT;
        private Service.Stamps stamps;

        private Builder() {
            smtpPort(0);
            pop3Port(0);
        }

        private Doorway doorway(Protocol protocol, Sessions sessions) throws IOException {
            return new Doorway(protocol, addresses.get(protocol), !refusing.contains(protocol), sessions);
        }

        /** 0, the default: any free one. */
        public Builder smtpPort(int value) {
            return address(Protocol.SMTP, new InetSocketAddress(LOOPBACK, value));
        }

        /** 0, the default: any free one. */
        public Builder pop3Port(int value) {
            return address(Protocol.POP3, new InetSocketAddress(LOOPBACK, value));
        }

        /** Where to listen; on loopback by default. */
        public Builder address(Protocol protocol, InetSocketAddress value) {
            addresses.put(protocol, value);
            return this;
        }

        /** The protocol's port is taken and nobody listens there: connections are refused. */
        public Builder refusing(Protocol protocol) {
            refusing.add(protocol);
            return this;
        }

        /** By default a new one. */
        public Builder mailbox(Mailbox value) {
            mailbox = value;
            return this;
        }

        public Builder accounts(Accounts value) {
            accounts = value;
            return this;
        }

        /** True: SMTP takes mail only after AUTH. */
        public Builder authRequired(boolean value) {
            authRequired = value;
            return this;
        }

        /** The largest mail that SMTP takes, in octets; 32 MB by default. */
        public Builder sizeLimit(long value) {
            sizeLimit = value;
            return this;
        }

        /** What delays and idle timers go by. */
        public Builder time(Time value) {
            time = value;
            return this;
        }

        /** Ids and time stamps, else never the same, are always the same for the same seed. */
        public Builder seed(long value) {
            stamps = new Service.Stamps(value, new AtomicLong());
            return this;
        }

        private Mailbox mailbox() {
            if (mailbox != null) {
                return mailbox;
            }
            return stamps == null ? new Mailbox(time) : Mailbox.seeded(time, stamps.seed());
        }

        public Builder conduct(Conduct value) {
            conduct = value;
            return this;
        }

        /**
         * Listens.
         *
         * @throws IOException if a port is taken; the message names it
         */
        public MailServer start() throws IOException {
            return new MailServer(this);
        }
    }
}
