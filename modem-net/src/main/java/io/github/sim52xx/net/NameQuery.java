package io.github.sim52xx.net;

import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.modem.Time;
import io.github.sim52xx.net.fault.FaultyPath;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * One question to the modem's DNS. A worker asks it; the answer comes on the modem's thread, once, and a failure when
 * +CIPDNSSET's questions have had no answer or the network has gone meanwhile. Confined to the modem's thread.
 *
 * @param <T> the answer
 */
public final class NameQuery<T> {

    /** What is asked. Runs on a worker. */
    public interface Question<T> {
        T ask(Resolver resolver) throws NetworkException;
    }

    private final Modem modem;
    private final String name;
    private final Bearer bearer;
    private final FaultyPath path;
    private final Consumer<T> answered;
    private final Consumer<NetworkException> failed;
    private final Time.Timer patience;
    private boolean over;

    private NameQuery(Modem modem, String name, Consumer<T> answered, Consumer<NetworkException> failed) {
        this.modem = modem;
        this.name = name;
        this.answered = answered;
        this.failed = failed;
        bearer = modem.part(Bearer.class);
        path = bearer.faults().path(reset -> {});
        patience = Resolver.isLiteral(name)
                ? () -> {}
                : modem.timers().after(SocketSettings.of(modem).lookUpTimeout(), () -> fail(Bearer.silent(name)));
    }

    /**
     * Asks a question.
     *
     * @param name what the name server is asked for; it is not asked for an address
     */
    public static <T> NameQuery<T> ask(
            Modem modem, String name, Question<T> question, Consumer<T> answered, Consumer<NetworkException> failed) {
        NameQuery<T> query = new NameQuery<>(modem, name, answered, failed);
        modem.blueprint().workers().execute(() -> query.run(question));
        return query;
    }

    /** Nobody is interested any more. */
    public void cancel() {
        over = true;
        patience.cancel();
        path.close();
    }

    private void run(Question<T> question) {
        try {
            bearer.awaitName(path, name, Duration.ZERO);
            T answer = question.ask(bearer.resolver());
            modem.execute(() -> succeed(answer));
        } catch (NetworkException e) {
            modem.execute(() -> fail(e));
        }
    }

    private void succeed(T answer) {
        if (!bearer.isUp()) {
            fail(bearer.noService());
        } else if (!over) {
            cancel();
            answered.accept(answer);
        }
    }

    private void fail(NetworkException cause) {
        if (!over) {
            cancel();
            failed.accept(cause);
        }
    }
}
