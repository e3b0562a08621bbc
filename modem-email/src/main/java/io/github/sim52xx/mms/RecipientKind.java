package io.github.sim52xx.mms;

/** Who sees whom: manual 21.8 to 21.10. */
public enum RecipientKind {
    TO,
    CC,
    BCC
}
