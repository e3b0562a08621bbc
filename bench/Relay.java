import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * A relay between two sockets with nothing in between: what the modem's transparent mode is measured against. Argument:
 * the port to lead to. Prints its own.
 */
public final class Relay {

    public static void main(String[] arguments) throws IOException {
        int target = Integer.parseInt(arguments[0]);
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            System.out.println(server.getLocalPort());
            while (true) {
                Socket near = server.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
                near.setTcpNoDelay(true);
                far.setTcpNoDelay(true);
                new Thread(() -> copy(near, far)).start();
                new Thread(() -> copy(far, near)).start();
            }
        }
    }

    private static void copy(Socket from, Socket to) {
        byte[] buffer = new byte[64 * 1024];
        try (from; to) {
            for (int length = from.getInputStream().read(buffer);
                    length >= 0;
                    length = from.getInputStream().read(buffer)) {
                to.getOutputStream().write(buffer, 0, length);
            }
        } catch (IOException e) {
            // The other direction has ended.
        }
    }
}
