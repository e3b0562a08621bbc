package io.github.sim52xx.dce;

/**
 * The interchange circuits that a DCE drives, as V.24 numbers and names them; true is ON. Those of the DTE, 105 (request
 * to send) and 108/2 (data terminal ready), come by {@link DteInput}. Immutable.
 *
 * @param clearToSend circuit 106, CTS
 * @param dataSetReady circuit 107, DSR
 * @param carrierDetect circuit 109, DCD
 * @param ringIndicator circuit 125, RI
 */
public record Circuits(boolean clearToSend, boolean dataSetReady, boolean carrierDetect, boolean ringIndicator) {

    /** A device that is off drives none of them. */
    public static final Circuits OFF = new Circuits(false, false, false, false);
}
