package io.github.sim52xx.dce;

import io.github.sim52xx.at.CmeError;
import io.github.sim52xx.at.ConnectFailure;
import io.github.sim52xx.at.ConnectResult;
import io.github.sim52xx.at.FinalResult;
import io.github.sim52xx.at.LineParameter;
import io.github.sim52xx.at.LineParameters;
import io.github.sim52xx.at.ResultCode;

/**
 * Puts answers into the form that V, Q, S3, S4 and +CMEE ask for (V.250 5.7.1): after ATV1 {@code <CR><LF>text<CR><LF>},
 * after ATV0 {@code text<CR><LF>} and {@code 0<CR>}. Not thread-safe.
 */
final class ResponseFormat {

    private static final byte[] OK = {'\r', '\n', 'O', 'K', '\r', '\n'};

    private final LineParameters parameters;
    private final Malfunction malfunction;

    ResponseFormat(LineParameters parameters, Malfunction malfunction) {
        this.parameters = parameters;
        this.malfunction = malfunction;
    }

    /** Adds information text, if there is any; its lines are separated by \n. */
    void information(String text, ByteQueue out) {
        if (text.isEmpty()) {
            return;
        }
        opening(out);
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            out.add(text.substring(start, end));
            lineBreak(out);
            start = end + 1;
        }
        out.add(start == 0 ? text : text.substring(start));
        lineBreak(out);
    }

    /** Adds what stands before information text, after ATV1 a line break. */
    void opening(ByteQueue out) {
        if (parameters.on(LineParameter.VERBOSE)) {
            lineBreak(out);
        }
    }

    /** Adds a prompt. It stands at the start of a line and has no line break behind it. */
    void prompt(String mark, ByteQueue out) {
        lineBreak(out);
        out.add(mark);
    }

    void result(FinalResult result, ByteQueue out) {
        if (parameters.on(LineParameter.QUIET) || malfunction.loses(result)) {
            return;
        }
        boolean verbose = parameters.on(LineParameter.VERBOSE);
        if (result == ResultCode.OK && verbose && standardLineBreak()) {
            out.add(OK);
        } else if (result instanceof CmeError error && parameters.on(LineParameter.ERROR_REPORTS)) {
            boolean number = parameters.get(LineParameter.ERROR_REPORTS) == 1;
            information(CmeError.PREFIX + (number ? Integer.toString(error.number()) : error.text()), out);
        } else if (result instanceof ConnectFailure && verbose) {
            information(ConnectFailure.TEXT, out);
        } else {
            code(result instanceof ConnectResult ? ResultCode.CONNECT : plain(result), addition(result), verbose, out);
        }
    }

    /** A result code as the text of an unsolicited one. */
    String word(FinalResult result) {
        ResultCode code = plain(result);
        return parameters.on(LineParameter.VERBOSE) ? code.word() : Integer.toString(code.number());
    }

    private void code(ResultCode code, String addition, boolean verbose, ByteQueue out) {
        if (verbose) {
            lineBreak(out);
            out.add(code.word() + addition);
            lineBreak(out);
        } else {
            out.add(Integer.toString(code.number()));
            out.add((byte) parameters.get(LineParameter.S3));
        }
    }

    private static ResultCode plain(FinalResult result) {
        return result instanceof ResultCode code ? code : ResultCode.ERROR;
    }

    private static String addition(FinalResult result) {
        return result instanceof ConnectResult connect ? " " + connect.addition() : "";
    }

    private void lineBreak(ByteQueue out) {
        out.add((byte) parameters.get(LineParameter.S3));
        out.add((byte) parameters.get(LineParameter.S4));
    }

    private boolean standardLineBreak() {
        return parameters.get(LineParameter.S3) == '\r' && parameters.get(LineParameter.S4) == '\n';
    }
}
