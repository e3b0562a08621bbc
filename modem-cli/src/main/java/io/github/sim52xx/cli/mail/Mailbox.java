package io.github.sim52xx.cli.mail;

import io.github.sim52xx.modem.SystemTime;
import io.github.sim52xx.modem.Time;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The one mailbox of the server: whatever is sent to anyone lies here, for whoever logs in. What it holds is bounded.
 * Thread-safe.
 */
public final class Mailbox {

    /** One for all servers of a process, as its thread stays for good. */
    static final Time HOST_TIME = new SystemTime();

    /** What a mail takes besides its own octets. */
    static final int OVERHEAD = 512;

    private static final long CAPACITY = 256L << 20;
    /** What small mails, which have no files, may take of the heap. */
    private static final long HEAP_SHARE = Runtime.getRuntime().maxMemory() / 4;

    private final long capacity;
    private final long heapShare;
    private final Path directory;
    private final Time time;
    private final String epoch;
    private final Map<String, StoredMail> mails = new LinkedHashMap<>();
    private final List<Consumer<StoredMail>> listeners = new CopyOnWriteArrayList<>();
    private long taken;
    private long onHeap;
    private long count;

    /** A mailbox of 256 MB. */
    public Mailbox() {
        this(HOST_TIME);
    }

    /** A mailbox of 256 MB whose mails' ids are the same for the same seed. */
    static Mailbox seeded(Time time, long seed) {
        return new Mailbox(CAPACITY, HEAP_SHARE, Path.of(System.getProperty("java.io.tmpdir")), time, seed);
    }

    /** A mailbox of 256 MB whose mails are stamped by {@code time}. */
    public Mailbox(Time time) {
        this(CAPACITY, HEAP_SHARE, Path.of(System.getProperty("java.io.tmpdir")), time);
    }

    /**
     * @param capacity in octets, with a little more for each mail
     * @param heapShare how much of that may be small mails, which lie in memory
     * @param directory for files of large mails, which are never seen there
     * @param time stamps the mails
     */
    public Mailbox(long capacity, long heapShare, Path directory, Time time) {
        this(capacity, heapShare, directory, time, time.now().toEpochMilli());
    }

    private Mailbox(long capacity, long heapShare, Path directory, Time time, long epoch) {
        this.capacity = capacity;
        this.heapShare = heapShare;
        this.directory = directory;
        this.time = time;
        this.epoch = Long.toString(epoch, Character.MAX_RADIX);
    }

    /**
     * Puts a mail in as if it had come from the empty sender.
     *
     * @param mail kept byte for byte; CR LF is added if it does not end with that
     * @throws MailboxFullException if there is no room for it
     * @throws IOException if its file cannot be written
     */
    public StoredMail add(byte[] mail) throws IOException {
        return add(Envelope.NONE, mail);
    }

    /** As {@link #add(byte[])}, with an envelope. */
    public StoredMail add(Envelope envelope, byte[] mail) throws IOException {
        try (Draft draft = new Draft(this)) {
            draft.write(mail, 0, mail.length);
            int end = mail.length;
            if (end > 0 && (end == 1 || mail[end - 2] != '\r' || mail[end - 1] != '\n')) {
                draft.write(new byte[] {'\r', '\n'}, 0, 2);
            }
            return add(envelope, draft);
        }
    }

    /** The mails of this moment, oldest first. */
    public synchronized List<StoredMail> messages() {
        return List.copyOf(mails.values());
    }

    /** Removes everything. */
    public synchronized void clear() {
        remove(messages());
    }

    /** Calls {@code listener} with every mail from now on, on the thread that stores it, before the sender knows. */
    public void onStored(Consumer<StoredMail> listener) {
        listeners.add(listener);
    }

    StoredMail add(Envelope envelope, Draft draft) throws IOException {
        Content content = draft.finish();
        StoredMail mail;
        synchronized (this) {
            count++;
            mail = new StoredMail(epoch + "." + count, envelope, time.now(), content);
            mails.put(mail.id(), mail);
        }
        listeners.forEach(listener -> listener.accept(mail));
        return mail;
    }

    /** As {@link #messages}, for a session that has to {@link Content#release} each of them. */
    synchronized List<StoredMail> retained() {
        mails.values().forEach(mail -> mail.data().retain());
        return messages();
    }

    synchronized void remove(Collection<StoredMail> unwanted) {
        for (StoredMail mail : unwanted) {
            if (mails.remove(mail.id()) != null) {
                mail.data().release();
            }
        }
    }

    Path directory() {
        return directory;
    }

    /** True if there is room for a mail of this size now. */
    synchronized boolean hasRoom(long size) {
        return size <= capacity - taken - OVERHEAD;
    }

    synchronized void reserve(long octets) throws MailboxFullException {
        if (octets > capacity - taken) {
            throw new MailboxFullException();
        }
        taken += octets;
    }

    synchronized void giveBack(long octets) {
        taken -= octets;
    }

    /** Takes a place in memory for a small mail. */
    synchronized void reserveHeap(long octets) throws MailboxFullException {
        if (octets > heapShare - onHeap) {
            throw new MailboxFullException();
        }
        onHeap += octets;
    }

    synchronized void giveHeapBack(long octets) {
        onHeap -= octets;
    }
}
