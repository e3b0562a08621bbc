package io.github.sim52xx.it.power;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.cli.Simulation;
import io.github.sim52xx.cli.mail.Action;
import io.github.sim52xx.cli.mail.MailServer;
import io.github.sim52xx.cli.mail.Protocol;
import io.github.sim52xx.cli.mail.Script;
import io.github.sim52xx.fs.Drive;
import io.github.sim52xx.fs.FileSystemException;
import io.github.sim52xx.fs.ModemPath;
import io.github.sim52xx.fs.Storage;
import io.github.sim52xx.fs.StorageOptions;
import io.github.sim52xx.fs.Volume;
import io.github.sim52xx.modem.ManualTime;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.modem.NonVolatile;
import io.github.sim52xx.modem.Trace;
import io.github.sim52xx.modem.Workers;
import io.github.sim52xx.net.HostPort;
import io.github.sim52xx.net.MapRule;
import io.github.sim52xx.net.Resolver;
import io.github.sim52xx.testing.AtDialogue;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/**
 * The supply of a modem without {@code --state} is cut while it fetches a mail, after each piece of what the server
 * says, the modem's thread and the worker's in turn or at the same time: only whole mails are on the drive then, and
 * nothing takes up room that cannot be seen. Prints the number of cuts.
 */
class PowerOffWhileFetchingTest {

    private static final int PIECE = 1009;

    private int cuts;

    @Test
    void onlyWholeMailsAreThere() throws Exception {
        try (MailServer server = MailServer.builder().start()) {
            server.mailbox().add(LargeMail.bytes());
            // In pieces, so that the modem sees many moments.
            server.conduct(Script.of().on(Protocol.POP3, "RETR").perform(new Action.Drip(PIECE, Duration.ZERO)));
            int whole = 0;
            boolean more = true;
            for (int bytes = 0; more; bytes += PIECE) {
                Cut cut = new Cut(bytes, bytes % 2 == 0);
                whole += fetch(server, cut);
                more = cut.made;
                cuts += cut.made ? 1 : 0;
            }
            assertThat(whole).isPositive();
        }
        System.out.printf("power cut  %-22s %3d cut points%n", "POP3GET in memory", cuts);
        assertThat(cuts).isGreaterThan(100);
    }

    /** Returns how many mails are there. */
    private static int fetch(MailServer server, Cut cut) throws Exception {
        Phaser atWork = new Phaser(1);
        Resolver resolver = new Resolver(
                List.of(new MapRule("*.server.com", 110, new HostPort("127.0.0.1", server.pop3Port()))), List.of());
        Modem modem = new Modem(
                Simulation.blueprint(new StorageOptions(1 << 20, 1 << 20, true), resolver)
                        .time(new ManualTime(Instant.parse("2010-02-02T03:04:57Z")))
                        .trace(cut)
                        .workers(task -> run(task, atWork))
                        .build(),
                NonVolatile.IN_MEMORY);
        AtDialogue terminal = AtDialogue.quiet(modem);
        terminal.line("AT+POP3SRV=\"pop3.server.com\",\"un\",\"pwd\",110");
        assertThat(terminal.longLine("AT+POP3IN")).contains("+POP3: SUCCESS");
        long empty = used(modem);
        cut.arm(modem);
        terminal.line("AT+POP3GET=1");
        awaitIdle(atWork);
        cut.awaitEnd();
        int mails = whole(modem, empty);
        modem.close();
        return mails;
    }

    private static void run(Runnable task, Phaser atWork) {
        atWork.register();
        Workers.shared().execute(() -> {
            try {
                task.run();
            } finally {
                atWork.arriveAndDeregister();
            }
        });
    }

    private static void awaitIdle(Phaser atWork) throws InterruptedException, TimeoutException {
        while (atWork.getUnarrivedParties() > 1) {
            atWork.awaitAdvanceInterruptibly(atWork.arrive(), 60, TimeUnit.SECONDS);
        }
    }

    private static long used(Modem modem) throws FileSystemException {
        return modem.part(Storage.class).volume(Drive.C).used();
    }

    private static int whole(Modem modem, long empty) throws IOException {
        Volume volume = modem.part(Storage.class).volume(Drive.C);
        ModemPath parent = ModemPath.root(Drive.C).child("Email");
        List<String> mails = volume.exists(parent) ? volume.directories(parent) : List.of();
        for (String mail : mails) {
            ModemPath directory = parent.child(mail);
            assertThat(volume.files(directory)).containsExactly("EMAIL000.TXT", "first.jpg", "second.bin");
            assertThat(content(volume, directory.child("first.jpg"))).isEqualTo(LargeMail.FIRST);
            assertThat(content(volume, directory.child("second.bin"))).isEqualTo(LargeMail.SECOND);
            assertThat(new String(content(volume, directory.child("EMAIL000.TXT"))))
                    .endsWith(LargeMail.TEXT);
        }
        if (mails.isEmpty()) {
            assertThat(used(modem)).isEqualTo(empty);
        }
        return mails.size();
    }

    private static byte[] content(Volume volume, ModemPath file) throws IOException {
        try (InputStream content = volume.open(file)) {
            return content.readAllBytes();
        }
    }

    /** Cuts the power when so many bytes have come from the server. */
    private static final class Cut implements Trace {

        private final long after;
        private final boolean atOnce;
        private Modem modem;
        private long came;
        private Thread other;
        private volatile boolean made;

        /** @param atOnce true: the worker waits for it; false: it goes on meanwhile */
        Cut(long after, boolean atOnce) {
            this.after = after;
            this.atOnce = atOnce;
        }

        synchronized void arm(Modem with) {
            modem = with;
        }

        @Override
        public synchronized void bytes(String channel, boolean outgoing, byte[] bytes, int offset, int length) {
            came += modem != null && !outgoing && channel.startsWith("POP3") ? length : 0;
            if (modem == null || made || came <= after) {
                return;
            }
            made = true;
            Runnable cut = () -> modem.execute(() -> modem.power().off());
            if (atOnce) {
                cut.run();
            } else {
                other = new Thread(cut, "power");
                other.start();
            }
        }

        void awaitEnd() throws InterruptedException {
            if (other != null) {
                other.join();
            }
        }
    }
}
