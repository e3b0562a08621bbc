package io.github.sim52xx.at;

/** {@code CONNECT 115200}: the CONNECT result with the text that ATX1 and above add (V.250 6.2.7), the serial speed. */
public record ConnectResult(String addition) implements FinalResult {

    @Override
    public boolean endsLine() {
        return true;
    }
}
