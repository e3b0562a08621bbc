package io.github.sim52xx.at;

/** The V.250 result codes of the device, word and number: {@code OK} is {@code 0} after ATV0. There is no 5. */
public enum ResultCode implements FinalResult {
    OK(0, "OK"),
    CONNECT(1, "CONNECT"),
    RING(2, "RING"),
    NO_CARRIER(3, "NO CARRIER"),
    ERROR(4, "ERROR"),
    NO_DIALTONE(6, "NO DIALTONE"),
    BUSY(7, "BUSY"),
    NO_ANSWER(8, "NO ANSWER");

    private final int number;
    private final String word;

    ResultCode(int number, String word) {
        this.number = number;
        this.word = word;
    }

    public int number() {
        return number;
    }

    public String word() {
        return word;
    }

    @Override
    public boolean endsLine() {
        return this != OK;
    }
}
