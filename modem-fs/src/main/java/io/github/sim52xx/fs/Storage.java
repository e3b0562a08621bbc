package io.github.sim52xx.fs;

import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.modem.ModemEvent;
import io.github.sim52xx.modem.Part;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The modem's storage: flash C:, card D:, the current directory (+FSCD) and the drive for media (+FSLOCA). Confined to
 * the modem's thread; the {@link Volume}s are not.
 */
public final class Storage implements Part {

    private static final ModemPath START = ModemPath.root(Drive.C);

    private final Modem modem;
    private final StorageOptions options;
    private final Volume flash;
    private final Volume card;
    private final CardAlarm cardAlarm;
    private boolean cardInserted;
    private boolean ownCard = true;
    private ModemPath currentDirectory = START;
    private Drive mediaDrive = Drive.C;
    private AtomicBoolean powered = new AtomicBoolean(true);

    /** @param state keeps both drives, or null if they live as long as the modem */
    public Storage(Modem modem, StorageOptions options, StateDirectory state) {
        this.modem = modem;
        this.options = options;
        flash = newVolume(modem, Drive.C, options.flashBytes(), true, state);
        card = newVolume(modem, Drive.D, options.cardBytes(), options.cardInserted(), state);
        cardInserted = options.cardInserted();
        cardAlarm = new CardAlarm(card, modem.timers());
    }

    private static Volume newVolume(Modem modem, Drive drive, long bytes, boolean inserted, StateDirectory state) {
        // Volumes warn while they are being read: that must not run what else waits for the modem's thread.
        Consumer<String> console = line -> modem.blueprint()
                .workers()
                .execute(() -> modem.execute(() -> modem.event(new ModemEvent.Notice(line))));
        Mirror mirror = state == null ? Mirror.NONE : state.mirror(drive, console);
        return new Volume(drive, bytes, modem.clock()::local, mirror, inserted);
    }

    public StorageOptions options() {
        return options;
    }

    /** The volume of a drive; that of D: is there without a card too, and refuses everything. */
    public Volume volume(Drive drive) {
        return drive == Drive.C ? flash : card;
    }

    /** Where pictures, recordings and mails go (+FSLOCA). */
    public Volume media() {
        return volume(mediaDrive);
    }

    public Drive mediaDrive() {
        return mediaDrive;
    }

    /** +FSLOCA. */
    public void setMediaDrive(Drive drive) throws FileSystemException {
        if (drive == Drive.D && !cardInserted) {
            throw new FileSystemException(FileSystemError.NO_CARD);
        }
        mediaDrive = drive;
    }

    public ModemPath currentDirectory() {
        return currentDirectory;
    }

    /** +FSCD. */
    public void changeDirectory(ModemPath directory) throws FileSystemException {
        Volume volume = volume(directory.drive());
        if (!volume.isDirectory(directory)) {
            throw new FileSystemException(FileSystemError.NO_DIRECTORY);
        }
        currentDirectory = volume.actual(directory);
    }

    /** What is meant by a byte string that was typed in the current directory. */
    public ModemPath resolve(String typed) throws FileSystemException {
        return ModemPath.parse(typed, currentDirectory);
    }

    /** Tells {@code listener} of every change of the files on both drives from now on. */
    public void listen(FileListener listener) {
        flash.listen(listener);
        card.listen(listener);
    }

    /** The alarm for a card that is nearly full. */
    public CardAlarm cardAlarm() {
        return cardAlarm;
    }

    public boolean cardInserted() {
        return cardInserted;
    }

    /** Somebody puts the modem's own card into its slot, the one it began with; another one is pulled before. */
    public void insertCard() {
        pullAnother();
        cardInserted = true;
        card.insert();
    }

    /**
     * Somebody puts another card into the slot, new and empty; one that is in it is pulled before. It is in memory only,
     * and gone when it is pulled: a state directory has the modem's own card, whose files are not touched.
     */
    public void insertNewCard(long bytes) {
        removeCard();
        cardInserted = true;
        ownCard = false;
        card.insertAnother(bytes);
    }

    /** True unless another card than the modem's own is in the slot. */
    public boolean ownCard() {
        return ownCard;
    }

    /** Somebody pulls the card: what is at work on it fails, and what pointed to it points to C:. */
    public void removeCard() {
        cardInserted = false;
        ownCard = true;
        card.remove();
        mediaDrive = Drive.C;
        if (currentDirectory.drive() == Drive.D) {
            currentDirectory = START;
        }
    }

    private void pullAnother() {
        if (!ownCard) {
            removeCard();
        }
    }

    /** +FSFMT: empties the card. The current directory moves to its root unless it is an automatic one. */
    public void formatCard() throws FileSystemException {
        card.format();
        if (currentDirectory.drive() == Drive.D && !currentDirectory.isAutomaticDirectory()) {
            currentDirectory = ModemPath.root(Drive.D);
        }
    }

    /** Tells the console why the file system refused if the cause lies with the host, which the DTE cannot see. */
    public void report(FileSystemException refusal) {
        Throwable cause = refusal;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        switch (refusal.error()) {
            case CREATE, READ, WRITE ->
                modem.event(new ModemEvent.Notice(refusal.error().phrase() + ": " + cause));
            default -> {
                // The modem's own rules.
            }
        }
    }

    /** True, on any thread, until the modem goes off. */
    public BooleanSupplier powered() {
        return powered::get;
    }

    @Override
    public void powerOff() {
        currentDirectory = START;
        mediaDrive = Drive.C;
        cardAlarm.off();
        flash.powerOff();
        card.powerOff();
        powered.set(false);
        powered = new AtomicBoolean(true);
    }

    @Override
    public void close() {
        flash.close();
        card.close();
    }
}
