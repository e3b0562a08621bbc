package io.github.sim52xx.it.power;

import java.util.Arrays;
import java.util.List;

/**
 * A command that changes what outlives power-off: the last of some lines that are typed, the others lead to it. Data
 * behind the line is what its prompt wants. The memory's commands have more than one thing to keep wherever there is one.
 */
enum Work {
    FSMKDIR("AT+FSMKDIR=New"),
    FSRMDIR("AT+FSRMDIR=Empty"),
    FSDEL("AT+FSCD=C:/Dir", "AT+FSDEL=a.txt"),
    FSDEL_ALL("AT+FSCD=C:/Dir", "AT+FSDEL=*.*"),
    FSRENAME("AT+FSCD=C:/Dir", "AT+FSRENAME=a.txt,renamed.txt"),
    FSRENAME_IN_CASE("AT+FSCD=D:/", "AT+FSRENAME=keep.txt,KEEP.txt"),
    FSCOPY("AT+FSCOPY=C:/large.bin,C:/Picture/copy.bin"),
    FSCOPY_TO_CARD("AT+FSCOPY=C:/large.bin,D:/copy.bin"),
    FSFMT("AT+FSFMT"),
    CFTRANRX("AT+CFTRANRX=\"D:/Picture/sent.bin\",50000") {
        @Override
        String data() {
            return "\0x\r\n\u001a".repeat(10_000);
        }
    },
    CFTRANRX_EMPTY("AT+CFTRANRX=\"C:/empty\",0"),
    AT_W("ATE1", "ATV1X0&C1&D2S0=3", "AT&W"),
    AT_F1("AT+CGDCONT=2,\"IP\",\"other\"", "AT+CNMP=13", "AT&F1"),
    CGDCONT("AT+CGDCONT=2,\"IP\",\"internet\""),
    CGSOCKCONT("AT+CGSOCKCONT=2,\"IP\",\"internet\""),
    CNMP("AT+CNMP=14"),
    CCLK("AT+CCLK=\"11/03/04,05:06:07+08\""),
    CATR("AT+CATR=1,1"),
    CLCK_SIM("AT+CLCK=\"SC\",1,\"1234\""),
    CLCK_SIM_WRONG("AT+CLCK=\"SC\",1,\"9999\"") {
        @Override
        String result() {
            return "ERROR\r\n";
        }
    },
    CLCK_BARRING_OFF("AT+CLCK=\"AO\",1,\"0000\"", "AT+CLCK=\"AI\",1,\"0000\"", "AT+CLCK=\"AB\",0,\"0000\""),
    CLCK_FIXED_DIALLING("AT+CLCK=\"FD\",1,\"5678\""),
    CPWD_SIM("AT+CLCK=\"SC\",1,\"1234\"", "AT+CPWD=\"SC\",\"1234\",\"4321\""),
    CPWD_BARRING("AT+CPWD=\"AB\",\"0000\",\"1111\""),
    POP3GET("AT+POP3SRV=\"pop3.server.com\",\"un\",\"pwd\",110", "AT+POP3IN", "AT+POP3GET=1") {
        @Override
        String result() {
            return ".TXT\r\n";
        }
    },
    POP3GET_TO_CARD("AT+FSLOCA=1", "AT+POP3SRV=\"pop3.server.com\",\"un\",\"pwd\",110", "AT+POP3IN", "AT+POP3GET=1") {
        @Override
        String result() {
            return ".TXT\r\n";
        }
    };

    private final List<String> lines;

    Work(String... lines) {
        this.lines = List.of(lines);
    }

    List<String> before() {
        return lines.subList(0, lines.size() - 1);
    }

    String line() {
        return lines.get(lines.size() - 1);
    }

    /** What goes behind the line. */
    String data() {
        return "";
    }

    /** What says that it is done. */
    String result() {
        return "OK\r\n";
    }

    /** One for a test's output. */
    @Override
    public String toString() {
        return name() + " " + Arrays.asList(line().split("=", 2)).get(0);
    }
}
