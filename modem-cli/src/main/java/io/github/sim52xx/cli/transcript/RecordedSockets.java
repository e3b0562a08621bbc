package io.github.sim52xx.cli.transcript;

import io.github.sim52xx.net.HostPort;
import io.github.sim52xx.net.socket.Closing;
import io.github.sim52xx.net.socket.SocketWitness;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Writes into a {@link Recording} what is done at the other ends of the modem's sockets, {@code peer 1 says hello}, so that
 * nobody has to be there when it is played. Confined to the modem's thread.
 */
public final class RecordedSockets implements SocketWitness {

    /** Of one peer; what is more is not kept. */
    private static final int MOST = 1 << 20;
    /** The longest step of a stream. */
    private static final int PIECE = 4096;
    /** So many addresses are remembered. */
    private static final int KNOWN = 256;

    private final Recording recording;
    private final Predicate<InetSocketAddress> itself;
    private final Map<String, Peer> connections = new HashMap<>();
    private final Map<HostPort, Peer> datagrams = latest();
    private final Map<InetSocketAddress, HostPort> asked = latest();
    private int last;

    /** @param itself true for servers that will be there whenever the recording is played */
    public RecordedSockets(Recording recording, Predicate<InetSocketAddress> itself) {
        this.recording = recording;
        this.itself = itself;
    }

    @Override
    public void found(HostPort target, InetSocketAddress there) {
        asked.put(there, target);
    }

    @Override
    public void connected(String channel, HostPort target, InetSocketAddress there) {
        if (!itself.test(there)) {
            connections.put(channel, peer(target.toString()));
        }
    }

    @Override
    public void accepted(String channel, int port) {
        Peer client = new Peer("client " + ++last);
        connections.put(channel, client);
        recording.outside(client.name + " connects " + port, null, true);
    }

    @Override
    public void sent(String channel, byte[] bytes) {
        stream(connections.get(channel), "hears", bytes);
    }

    @Override
    public void came(String channel, byte[] bytes) {
        stream(connections.get(channel), "says", bytes);
    }

    @Override
    public void closed(String channel, Closing how) {
        Peer peer = connections.remove(channel);
        if (peer != null) {
            switch (how) {
                case REMOTE -> recording.outside(peer.name + " closes", null, true);
                case RESET -> recording.outside(peer.name + " resets", null, true);
                case LOCAL, SEND_TIMEOUT, NETWORK_LOST -> recording.outside(peer.name + " is closed", null, false);
            }
        }
    }

    @Override
    public void datagramSent(InetSocketAddress target, byte[] bytes) {
        HostPort name = asked.get(target);
        if (name != null) {
            write(datagramPeer(name), "hears", text(bytes));
        }
    }

    @Override
    public void datagramCame(InetSocketAddress source, HostPort seen, byte[] bytes) {
        write(datagramPeer(asked.getOrDefault(source, seen)), "says", text(bytes));
    }

    private Peer datagramPeer(HostPort name) {
        return datagrams.computeIfAbsent(name, first -> peer("udp " + first));
    }

    private Peer peer(String where) {
        Peer peer = new Peer("peer " + ++last);
        recording.outside(peer.name + " accepts " + where, null, false);
        return peer;
    }

    /** Null is a connection that is not recorded. */
    private void stream(Peer peer, String deed, byte[] bytes) {
        String text = text(bytes);
        for (int i = 0; peer != null && i < text.length(); i += PIECE) {
            write(peer, deed, text.substring(i, Math.min(text.length(), i + PIECE)));
        }
    }

    private void write(Peer peer, String deed, String bytes) {
        boolean fitted = peer.passed <= MOST;
        peer.passed += bytes.length();
        if (peer.passed <= MOST) {
            if (!bytes.isEmpty()) {
                recording.outside(peer.name + " " + deed, bytes, deed.equals("says"));
            }
        } else if (fitted) {
            recording.outside(
                    "# " + peer.name + ": more than " + MOST
                            + " bytes have passed; the rest is not here, and what comes of it cannot be played",
                    null,
                    false);
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static <K, V> Map<K, V> latest() {
        return new LinkedHashMap<>(16, 0.75f, true) {

            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > KNOWN;
            }
        };
    }

    private static final class Peer {

        private final String name;
        private long passed;

        Peer(String name) {
            this.name = name;
        }
    }
}
