package io.github.sim52xx.modem;

/** The generation of documents that the modem follows where they differ. */
public enum Firmware {
    /** The e-mail application note: {@code EMAIL000.TXT}, BAD RCPT. */
    V2010(2010),
    /** Manual V1.21: +SMTPBCH, get_type, long mail file names. */
    V2012(2012),
    /** Manual V2.02: the new socket commands; mail as in 2012. */
    V2014(2014);

    private final int year;

    Firmware(int year) {
        this.year = year;
    }

    public int year() {
        return year;
    }

    public boolean atLeast(Firmware other) {
        return compareTo(other) >= 0;
    }
}
