package io.github.sim52xx.email.pop3;

import io.github.sim52xx.fs.ModemPath;

/**
 * Where a mail has been saved.
 *
 * @param file the text file, or the whole mail if nothing else was asked for, in a directory of its own
 */
record SavedMail(ModemPath file) {

    /** The path line of the report: {@code C:/Email/100202110457/, EMAIL000.TXT}. */
    String printed() {
        return file.parent().printedAsDirectory() + ", "
                + file.printed().substring(file.parent().printedAsDirectory().length());
    }
}
