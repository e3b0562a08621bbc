package io.github.sim52xx.email.pop3;

import io.github.sim52xx.email.ReplyTimer;
import io.github.sim52xx.email.Secret;
import io.github.sim52xx.email.Traffic;
import io.github.sim52xx.fs.FileSystemException;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.net.ModemSocket;
import io.github.sim52xx.net.NetworkException;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * A session with a POP3 server: asks one question at a time on a worker and brings the answer back to the modem's
 * thread. Confined to that thread. To a closed session answers come too late.
 */
final class Pop3Session {

    /** Something to ask the server. Runs on a worker and blocks. */
    interface Question<T> {
        T ask(Pop3Connection connection) throws IOException;
    }

    private static final Pop3Failure BROKEN = new Pop3Failure(Pop3Code.SERVER_ERROR, "a programming error", true);

    private final Modem modem;
    private final Pop3Connection connection;
    private final ReplyTimer timer;
    private final Traffic traffic;
    private boolean closed;

    /**
     * @param socket not yet open
     * @param secret what no message may show
     */
    Pop3Session(Modem modem, ModemSocket socket, Secret secret) {
        this.modem = modem;
        connection = new Pop3Connection(socket, secret);
        timer = new ReplyTimer(modem.blueprint().time(), connection::close);
        traffic = new Traffic(timer, modem.blueprint().time(), modem::event, true);
    }

    /** What secures the connection, for the console; empty if it is plain. */
    String security() {
        return connection.security();
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
        ask(question, answered, failed, unwanted -> {});
    }

    /**
     * As above.
     *
     * @param late takes the answer when the session has been closed meanwhile
     */
    <T> void ask(Question<T> question, Consumer<T> answered, Consumer<Pop3Failure> failed, Consumer<T> late) {
        modem.blueprint().workers().execute(() -> {
            Runnable told = () -> failed.accept(BROKEN);
            Runnable tooLate = () -> {};
            try {
                T answer = attempt(question);
                told = () -> answered.accept(answer);
                tooLate = () -> late.accept(answer);
            } catch (IOException e) {
                Pop3Failure failure = failure(e);
                if (failure.sessionOver()) {
                    connection.close();
                }
                told = () -> failed.accept(failure);
            } finally {
                bringBack(told, tooLate);
            }
        });
    }

    /** When this returns the timer rests: what the answer leads to may ask the next question at once. */
    private <T> T attempt(Question<T> question) throws IOException {
        try {
            return question.ask(connection);
        } finally {
            timer.stop();
            traffic.end();
        }
    }

    /** Drops the connection; a question under way is not answered any more. */
    void close() {
        closed = true;
        timer.stop();
        connection.close();
    }

    private void bringBack(Runnable answer, Runnable late) {
        modem.execute(() -> {
            if (closed) {
                late.run();
            } else {
                answer.run();
            }
        });
    }

    private Pop3Failure failure(IOException e) {
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
        if (e instanceof NetworkException && !timer.hasExpired()) {
            return new Pop3Failure(Pop3Code.NETWORK_ERROR, e.getMessage(), true);
        }
        Pop3Code code = e instanceof NetworkException ? Pop3Code.NETWORK_ERROR : Pop3Code.SERVER_ERROR;
        String cause =
                timer.hasExpired() ? "no reply within " + ReplyTimer.PATIENCE.toSeconds() + " s" : e.getMessage();
        return new Pop3Failure(code, connection.lastVerb() + ": " + cause, true);
    }
}
