package io.github.sim52xx.cli.port;

import io.github.sim52xx.dce.DteInput;
import java.util.Optional;

/** What a client of RFC 2217 sets by SET-CONTROL: flow control, BREAK, DTR and RTS. For one thread at a time. */
final class ControlSignals {

    private static final int ASK_FLOW = 0;
    private static final int NO_FLOW_CONTROL = 1;
    private static final int HARDWARE_FLOW_CONTROL = 3;
    private static final int ASK_BREAK = 4;
    private static final int BREAK_ON = 5;
    private static final int BREAK_OFF = 6;
    private static final int ASK_DTR = 7;
    private static final int DTR_ON = 8;
    private static final int DTR_OFF = 9;
    private static final int ASK_RTS = 10;
    private static final int RTS_ON = 11;
    private static final int RTS_OFF = 12;
    private static final int ASK_INBOUND_FLOW = 13;
    private static final int NO_INBOUND_FLOW_CONTROL = 14;
    private static final int INBOUND_HARDWARE_FLOW_CONTROL = 16;
    private static final int DCD_FLOW_CONTROL = 17;
    private static final int DTR_FLOW_CONTROL = 18;
    private static final int DSR_FLOW_CONTROL = 19;

    private final DteInput modem;
    private int flow = NO_FLOW_CONTROL;
    private int inboundFlow = NO_INBOUND_FLOW_CONTROL;
    private int breakSignal = BREAK_OFF;
    private int dataTerminalReady = DTR_ON;
    private int requestToSend = RTS_ON;

    ControlSignals(DteInput modem) {
        this.modem = modem;
    }

    /**
     * Sets or asks. Which flow control really works is what +IFC says; a BREAK means nothing to the device.
     *
     * @return the value as it is now, empty if there is no such control
     */
    Optional<Integer> control(int value) {
        switch (value) {
            case NO_FLOW_CONTROL, NO_FLOW_CONTROL + 1, HARDWARE_FLOW_CONTROL -> flow = value;
            case BREAK_ON, BREAK_OFF -> breakSignal = value;
            case DTR_ON, DTR_OFF -> {
                if (dataTerminalReady != value) {
                    dataTerminalReady = value;
                    modem.dataTerminalReady(value == DTR_ON);
                }
            }
            case RTS_ON, RTS_OFF -> {
                if (requestToSend != value) {
                    requestToSend = value;
                    modem.requestToSend(value == RTS_ON);
                }
            }
            case NO_INBOUND_FLOW_CONTROL, NO_INBOUND_FLOW_CONTROL + 1, INBOUND_HARDWARE_FLOW_CONTROL ->
                inboundFlow = value;
            default -> {
                // A question, or nothing that there is.
            }
        }
        return Optional.ofNullable(now(value));
    }

    private Integer now(int value) {
        return switch (value) {
            case ASK_FLOW,
                    NO_FLOW_CONTROL,
                    NO_FLOW_CONTROL + 1,
                    HARDWARE_FLOW_CONTROL,
                    DCD_FLOW_CONTROL,
                    DSR_FLOW_CONTROL -> flow;
            case ASK_BREAK, BREAK_ON, BREAK_OFF -> breakSignal;
            case ASK_DTR, DTR_ON, DTR_OFF -> dataTerminalReady;
            case ASK_RTS, RTS_ON, RTS_OFF -> requestToSend;
            case ASK_INBOUND_FLOW,
                    NO_INBOUND_FLOW_CONTROL,
                    NO_INBOUND_FLOW_CONTROL + 1,
                    INBOUND_HARDWARE_FLOW_CONTROL,
                    DTR_FLOW_CONTROL -> inboundFlow;
            default -> null;
        };
    }
}
