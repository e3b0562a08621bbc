package io.github.sim52xx.at;

/** What ends a command line: a V.250 result code, or the +CME ERROR that stands in for ERROR. */
public sealed interface FinalResult permits ResultCode, ConnectResult, ConnectFailure, CmeError {

    /** True if the rest of the command line is not executed (V.250 5.2.1). */
    boolean endsLine();
}
