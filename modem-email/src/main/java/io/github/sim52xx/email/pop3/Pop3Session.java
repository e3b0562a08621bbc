package io.github.sim52xx.email.pop3;

import io.github.sim52xx.email.ReplyTimer;
import io.github.sim52xx.email.Traffic;
import io.github.sim52xx.fs.FileSystemException;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.net.ModemSocket;
import io.github.sim52xx.net.NetworkException;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * A session with a POP3 server: asks one question at a time on a worker and brings the answer back to the modem's
 * thread. Confined to that thread. A closed session answers no more.
 */
final class Pop3Session {

    /** Something to ask the server. Runs on a worker and blocks. */
    interface Question<T> {
        T ask(Pop3Connection connection) throws IOException;
    }

    private final Modem modem;
    private final Pop3Connection connection;
    private final ReplyTimer timer;
    private final Traffic traffic;
    private boolean closed;

    /** @param socket not yet open */
    Pop3Session(Modem modem, ModemSocket socket) {
        this.modem = modem;
        connection = new Pop3Connection(socket);
        timer = new ReplyTimer(modem.blueprint().time(), connection::close);
        traffic = new Traffic(timer, modem.blueprint().time(), modem::event);
    }

    /** What watches the bytes; used by questions. */
    Traffic traffic() {
        return traffic;
    }

    /**
     * Asks.
     *
     * @param answered takes the answer
     * @param failed takes what went wrong instead
     */
    <T> void ask(Question<T> question, Consumer<T> answered, Consumer<Pop3Failure> failed) {
        modem.blueprint().workers().execute(() -> {
            try {
                T answer = question.ask(connection);
                bringBack(() -> answered.accept(answer));
            } catch (IOException e) {
                Pop3Failure failure = failure(e);
                if (failure.sessionOver()) {
                    connection.close();
                }
                bringBack(() -> failed.accept(failure));
            } finally {
                timer.stop();
                traffic.end();
            }
        });
    }

    /** Drops the connection; a question under way is not answered any more. */
    void close() {
        closed = true;
        timer.stop();
        connection.close();
    }

    private void bringBack(Runnable answer) {
        modem.execute(() -> {
            if (!closed) {
                answer.run();
            }
        });
    }

    private Pop3Failure failure(IOException e) {
        if (e instanceof NetworkException) {
            return new Pop3Failure(Pop3Code.NETWORK_ERROR, e.getMessage(), true);
        }
        if (e instanceof FileSystemException) {
            return new Pop3Failure(Pop3Code.FILE_SYSTEM_ERROR, e.getMessage(), true);
        }
        if (e instanceof RefusedException refused) {
            return switch (refused.verb()) {
                case "USER" -> new Pop3Failure(Pop3Code.INVALID_USER, e.getMessage(), true);
                case "PASS" -> new Pop3Failure(Pop3Code.INVALID_PASSWORD, e.getMessage(), true);
                case "RETR" -> new Pop3Failure(Pop3Code.FAILURE, e.getMessage(), false);
                case "", "QUIT" -> new Pop3Failure(Pop3Code.SERVER_ERROR, e.getMessage(), true);
                default -> new Pop3Failure(Pop3Code.SERVER_ERROR, e.getMessage(), false);
            };
        }
        if (connection.isBearerLost()) {
            return new Pop3Failure(Pop3Code.NETWORK_ERROR, "the modem lost the network", true);
        }
        if (timer.hasExpired()) {
            String cause = "no reply to " + connection.lastVerb() + " within " + ReplyTimer.PATIENCE.toSeconds() + " s";
            return new Pop3Failure(Pop3Code.SERVER_ERROR, cause, true);
        }
        return new Pop3Failure(Pop3Code.SERVER_ERROR, connection.lastVerb() + ": " + e.getMessage(), true);
    }
}
