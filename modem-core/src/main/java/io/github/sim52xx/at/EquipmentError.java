package io.github.sim52xx.at;

/** A numbered error that +CMEE shows as plain ERROR, as its number or as its text (27.007 9.1, 27.005 3.2.5). */
public sealed interface EquipmentError extends FinalResult permits CmeError, CmsError {

    /** What stands before the number or text, its blank included: {@code "+CME ERROR: "}. */
    String prefix();

    int number();

    String text();

    @Override
    default boolean endsLine() {
        return true;
    }
}
