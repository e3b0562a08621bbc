package io.github.sim52xx.net;

import io.github.sim52xx.modem.Trace;
import io.github.sim52xx.net.fault.FaultyInput;
import io.github.sim52xx.net.fault.FaultyOutput;
import io.github.sim52xx.net.fault.FaultyPath;
import io.github.sim52xx.net.fault.NameFailure;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.time.Duration;
import javax.net.ssl.SSLSocket;

/**
 * A socket of the modem. Made by {@link Bearer#socket}, opened once with {@link #open}; every byte that it carries is
 * traced and told to its {@link Activity}. Closing it, from any thread, ends whatever is blocked in it at once. Where
 * {@link Tls} says so it is secured, at once or later with {@link #secure}; traced and told are the plain bytes then.
 */
public final class ModemSocket extends Socket implements Carried {

    /** Hears of traffic, on the thread that reads or writes. */
    public interface Activity {
        /** Hears nothing. */
        Activity NONE = new Activity() {
            @Override
            public void sent(int length) {}

            @Override
            public void received(byte[] bytes, int offset, int length) {}
        };

        void sent(int length);

        void received(byte[] bytes, int offset, int length);
    }

    private final Bearer bearer;
    private final String channel;
    private final Trace trace;
    private final FaultyPath path;
    private volatile Activity activity = Activity.NONE;
    private volatile boolean bearerLost;
    private HostPort asked;
    private Route route;
    /** Null while what is carried is plain. */
    private SSLSocket secured;

    ModemSocket(Bearer bearer, String channel, Trace trace) {
        this.bearer = bearer;
        this.channel = channel;
        this.trace = trace;
        path = bearer.faults().path(this::cut);
    }

    /** Says who hears of the traffic from now on. */
    public void listen(Activity listener) {
        activity = listener;
    }

    /**
     * Connects to where {@code host} and {@code port} lead, with TLS if that comes first there. Blocks; closing the
     * socket ends it.
     *
     * @param timeoutMillis how long the connection may take to come about
     * @throws NetworkException if it does not
     */
    public void open(String host, int port, int timeoutMillis) throws NetworkException {
        asked = new HostPort(host, port);
        try {
            bearer.awaitName(path, host, NameFailure.PATIENCE);
            route = bearer.resolver().route(host, port);
            setTcpNoDelay(true);
            path.awaitConnection(Duration.ofMillis(timeoutMillis));
            super.connect(route.address(), timeoutMillis);
        } catch (IOException e) {
            throw bearerLost ? bearer.noService() : NetworkException.of(e, asked);
        }
        if (route.tls() == TlsMode.IMPLICIT) {
            secure();
        }
    }

    /**
     * How a session has to be secured that is open; {@link TlsMode#OFF} if there is nothing left to do, for it is
     * secured already or is not to be.
     */
    public TlsMode pendingTls() {
        return secured == null ? route.tls() : TlsMode.OFF;
    }

    /**
     * Goes over to TLS. Streams that were taken before are of no use any more. Blocks; closing the socket ends it.
     *
     * @throws NetworkException if that fails, or the server is not who it should be
     */
    public void secure() throws NetworkException {
        try {
            secured = bearer.resolver()
                    .tls()
                    .secure(new Carrier(), route.name(), route.address().getPort());
        } catch (IOException e) {
            throw bearerLost ? bearer.noService() : new NotSecured(asked, route.name()).by(e);
        }
    }

    /** The server does not offer the TLS that is wanted, or not in a way that can be trusted. */
    public NetworkException notSecured(String cause) {
        return new NetworkException(NetworkException.Reason.NOT_SECURED, asked + " " + cause);
    }

    /** What secures the connection: {@code " over TLSv1.3"}, empty if it is plain. */
    public String security() {
        return secured == null ? "" : " over " + secured.getSession().getProtocol();
    }

    /** True if the network went away under the connection. */
    public boolean isBearerLost() {
        return bearerLost;
    }

    /** Does nothing: {@link #open} has connected it, and mail libraries connect what they are given. */
    @Override
    public void connect(SocketAddress endpoint, int timeout) {}

    @Override
    public InputStream getInputStream() throws IOException {
        return new Input(secured == null ? carriedInput() : secured.getInputStream());
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return new Output(secured == null ? carriedOutput() : secured.getOutputStream());
    }

    private InputStream carriedInput() throws IOException {
        return new FaultyInput(super.getInputStream(), path);
    }

    private OutputStream carriedOutput() throws IOException {
        return new FaultyOutput(super.getOutputStream(), path);
    }

    @Override
    public void close() throws IOException {
        bearer.closed(this);
        path.close();
        super.close();
    }

    @Override
    public void lose() {
        bearerLost = true;
        path.close();
        cut(false);
    }

    /** The connection breaks. */
    private void cut(boolean reset) {
        try {
            if (reset) {
                setSoLinger(true, 0);
            }
            super.close();
        } catch (IOException e) {
            // A socket that cannot even be closed carries nothing either.
        }
    }

    /** This connection as TLS sees it: the bytes as they are, of which nobody hears. */
    private final class Carrier extends Socket {

        @Override
        public boolean isConnected() {
            return true;
        }

        @Override
        public boolean isClosed() {
            return ModemSocket.this.isClosed();
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return carriedInput();
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            return carriedOutput();
        }

        @Override
        public void close() throws IOException {
            ModemSocket.this.close();
        }
    }

    private final class Input extends FilterInputStream {

        Input(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = in.read(bytes, offset, length == 0 ? 0 : trace.piece(channel, false, length));
            if (bearerLost) {
                // What arrives while the platform's socket is being closed may still be read from it.
                throw new SocketException("the bearer is gone");
            }
            if (read > 0) {
                trace.bytes(channel, false, bytes, offset, read);
                activity.received(bytes, offset, read);
            }
            return read;
        }
    }

    private final class Output extends FilterOutputStream {

        Output(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            int sent = 0;
            while (sent < length) {
                int piece = trace.piece(channel, true, length - sent);
                out.write(bytes, offset + sent, piece);
                trace.bytes(channel, true, bytes, offset + sent, piece);
                activity.sent(piece);
                sent += piece;
            }
        }
    }
}
