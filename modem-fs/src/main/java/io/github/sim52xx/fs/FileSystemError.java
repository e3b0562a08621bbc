package io.github.sim52xx.fs;

/** Why the file system refuses, with the words that +FSCOPY has for it (manual 14.11). */
public enum FileSystemError {
    NO_CARD("SD CARD NOT PLUGGED IN"),
    FILE_EXISTS("FILE IS EXISTING"),
    NO_FILE("FILE NOT EXISTING"),
    DIRECTORY_EXISTS("DIRECTORY IS EXISTED"),
    NO_DIRECTORY("DIRECTORY NOT EXISTED"),
    DIRECTORY_UNDER_ROOT("FORBID CREATE DIRECTORY UNDER \"C:/\""),
    DIRECTORY_NOT_DELETABLE("FORBID DELETE DIRECTORY"),
    INVALID_PATH("INVALID PATH NAME"),
    INVALID_NAME("INVALID FILE NAME"),
    NO_SPACE_ON_CARD("SD CARD HAVE NO ENOUGH MEMORY"),
    NO_SPACE_IN_FLASH("EFS HAVE NO ENOUGH MEMORY"),
    CREATE("FILE CREATE ERROR"),
    READ("READ FILE ERROR"),
    WRITE("WRITE FILE ERROR");

    private final String phrase;

    FileSystemError(String phrase) {
        this.phrase = phrase;
    }

    public String phrase() {
        return phrase;
    }

    /** What a full drive is called. */
    public static FileSystemError noSpace(Drive drive) {
        return drive == Drive.C ? NO_SPACE_IN_FLASH : NO_SPACE_ON_CARD;
    }
}
