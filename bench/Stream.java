import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;

/**
 * Sends bytes through one connection, in each direction, and prints how fast that was: through a relay in a process of
 * its own, and through a transparent link of the modem. Arguments: the modem's AT port, Relay.java, megabytes, rounds.
 */
public final class Stream {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final byte[] BLOCK = new byte[64 * 1024];

    private final int modem;
    private final long size;

    private Stream(int modem, long size) {
        this.modem = modem;
        this.size = size;
    }

    public static void main(String[] arguments) throws Exception {
        Stream stream = new Stream(Integer.parseInt(arguments[0]), Long.parseLong(arguments[2]) << 20);
        int rounds = Integer.parseInt(arguments[3]);
        Arrays.fill(BLOCK, (byte) 'x');
        try (ServerSocket server = new ServerSocket(0, 5, LOOPBACK)) {
            String port = Integer.toString(server.getLocalPort());
            Process relay = new ProcessBuilder("java", arguments[1], port)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (BufferedReader out = new BufferedReader(new InputStreamReader(relay.getInputStream()))) {
                int relayPort = Integer.parseInt(out.readLine());
                double[][] speeds = new double[4][rounds];
                for (int round = -1; round < rounds; round++) {
                    for (int i = 0; i < 4; i++) {
                        boolean up = i % 2 == 0;
                        double speed = i < 2
                                ? stream.relayed(server, relayPort, up)
                                : stream.throughModem(server, up);
                        if (round >= 0) {
                            speeds[i][round] = speed;
                        }
                    }
                }
                print("from the DTE", median(speeds[0]), median(speeds[2]));
                print("to the DTE", median(speeds[1]), median(speeds[3]));
            } finally {
                relay.destroy();
            }
        }
    }

    private static void print(String direction, double relay, double modem) {
        System.out.printf("%-34s %12.0f %12.0f %7.2f%n", direction, relay, modem, modem / relay);
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private double relayed(ServerSocket server, int port, boolean up) throws Exception {
        try (Socket near = new Socket(LOOPBACK, port);
                Socket far = server.accept()) {
            return up ? transfer(near, far) : transfer(far, near);
        }
    }

    private double throughModem(ServerSocket server, boolean up) throws Exception {
        try (Socket near = new Socket(LOOPBACK, modem)) {
            command(near, "ATE0", "OK");
            command(near, "AT+CIPMODE=1", "OK");
            command(near, "AT+NETOPEN=\"TCP\"", "OK");
            command(near, "AT+TCPCONNECT=\"127.0.0.1\"," + server.getLocalPort(), "OK");
            try (Socket far = server.accept()) {
                command(near, "ATO", "CONNECT 115200");
                double speed = up ? transfer(near, far) : transfer(far, near);
                far.close();
                expect(near, "CLOSED");
                command(near, "AT+NETCLOSE", "OK");
                return speed;
            }
        }
    }

    /** Megabytes a second. */
    private double transfer(Socket from, Socket to) throws Exception {
        long begin = System.nanoTime();
        Thread sender = new Thread(() -> {
            try {
                for (long left = size; left > 0; left -= BLOCK.length) {
                    from.getOutputStream().write(BLOCK, 0, (int) Math.min(left, BLOCK.length));
                }
            } catch (IOException e) {
                e.printStackTrace();
            }
        });
        sender.start();
        byte[] buffer = new byte[64 * 1024];
        InputStream in = to.getInputStream();
        for (long left = size; left > 0; ) {
            int length = in.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (length < 0) {
                throw new IOException(left + " bytes are missing");
            }
            left -= length;
        }
        sender.join();
        return size / 1048576.0 / ((System.nanoTime() - begin) / 1e9);
    }

    private static void command(Socket modem, String line, String result) throws IOException {
        modem.getOutputStream().write((line + "\r").getBytes());
        expect(modem, result);
    }

    private static void expect(Socket modem, String result) throws IOException {
        StringBuilder came = new StringBuilder();
        while (!came.toString().endsWith(result + "\r\n")) {
            int b = modem.getInputStream().read();
            if (b < 0 || came.toString().endsWith("ERROR\r\n")) {
                throw new IOException("instead of " + result + ": " + came);
            }
            came.append((char) b);
        }
    }
}
