package io.github.sim52xx.fs;

/**
 * What a modem's storage is like.
 *
 * @param flashBytes the size of C:
 * @param cardBytes the size of the card for D:
 * @param cardInserted whether it is in its slot at first
 * @param directoriesUnderRoot false for a firmware that refuses AT+FSMKDIR in the root of C:
 */
public record StorageOptions(long flashBytes, long cardBytes, boolean cardInserted, boolean directoriesUnderRoot) {

    /** 128 MB of flash and a card of 256 MB. */
    public static final StorageOptions DEFAULT = new StorageOptions(128L << 20, 256L << 20, true);

    public StorageOptions {
        if (flashBytes < 0 || cardBytes < 0) {
            throw new IllegalArgumentException("a drive cannot have less than 0 bytes");
        }
    }

    public StorageOptions(long flashBytes, long cardBytes, boolean cardInserted) {
        this(flashBytes, cardBytes, cardInserted, true);
    }
}
