package io.github.sim52xx.it.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code sim52xx fs} on a running and on a stopped modem, from outside. */
class FsCommandTest {

    @TempDir
    private Path directory;

    /** Where the modem is, as options. */
    private List<String> modem;

    @Test
    void aRunningModem() throws Exception {
        try (SimProcess.Running running = SimProcess.run(directory, List.of())) {
            modem = List.of("--to", "127.0.0.1:" + running.port("tcp"));
            everyVerb();
        }
    }

    @Test
    void aStoppedModem() throws Exception {
        modem = List.of("--state", directory.resolve("state").toString());
        everyVerb();
    }

    private void everyVerb() throws Exception {
        byte[] content = new byte[300_000];
        new Random(1).nextBytes(content);
        Path file = Files.write(directory.resolve("Übung 1.bin"), content);
        fs("mkdir", "-p", "C:/my notes/ä").worked();
        fs("put", file.toString(), "C:/my notes/ä/").worked();
        assertThat(fs("ls", "-l", "C:/my notes/ä").worked().out()).contains("300000", "Übung 1.bin");
        assertThat(fs("tree", "C:/my notes").worked().lines())
                .startsWith("C:/my notes", "└── ä/", "    └── Übung 1.bin");
        Path copy = directory.resolve("copy.bin");
        fs("get", "C:/my notes/ä/Übung 1.bin", copy.toString()).worked();
        assertThat(copy).hasBinaryContent(content);
        Path text = Files.writeString(directory.resolve("t.txt"), "one\ntwo\n");
        fs("put", text.toString()).worked();
        assertThat(fs("cat", "C:/t.txt").worked().out()).isEqualTo("one\ntwo\n");

        Path backup = directory.resolve("backup");
        assertThat(fs("export", backup.toString()).worked().lines()).containsExactly("2 files");
        assertThat(backup.resolve("C/my notes/ä/Übung 1.bin")).hasBinaryContent(content);
        fs("rm", "-r", "C:/my notes").worked();
        assertThat(fs("import", "--force", backup.toString()).worked().lines()).containsExactly("2 files");
        assertThat(fs("cat", "C:/my notes/ä/Übung 1.bin").worked().out()).isNotEmpty();
        fs("cat", "C:/missing").refused(1, "C:/missing: no such file");
    }

    @Test
    void theStateOfARunningModemNamesTheWayOut() throws Exception {
        Path state = directory.resolve("state");
        try (SimProcess.Running running = SimProcess.run(directory, List.of(), "--state", state.toString())) {
            modem = List.of("--state", state.toString());
            fs("ls").refused(1, "--to instead of --state");
            modem = List.of("--to", "127.0.0.1:" + running.port("tcp"));
            fs("ls").worked();
        }
    }

    @Test
    void whatAStoppedModemGetsTheRunningOneHas() throws Exception {
        Path state = directory.resolve("state");
        modem = List.of("--state", state.toString());
        fs("put", Files.writeString(directory.resolve("a.jpg"), "picture").toString(), "C:/Picture/")
                .worked();
        try (SimProcess.Running running = SimProcess.run(directory, List.of(), "--state", state.toString());
                TcpTerminal terminal = running.terminal()) {
            assertThat(terminal.line("AT+FSCD=C:/Picture")).endsWith("OK");
            assertThat(terminal.line("AT+FSLS=2")).contains("a.jpg");
        }
    }

    @Test
    void aFullDriveIsToldBeforehand() throws Exception {
        modem = List.of("--state", directory.resolve("state").toString(), "--flash", "16K");
        Path big = Files.write(directory.resolve("big"), new byte[20_000]);
        fs("put", big.toString()).refused(1, "no room on C: for 20000 bytes");
    }

    @Test
    void aDirectoryThatIsMissingIsNotMadeByLooking() throws Exception {
        Path state = directory.resolve("nothing");
        modem = List.of("--state", state.toString());
        fs("ls").refused(1, "no state directory");
        assertThat(state).doesNotExist();
        Path other = Files.createDirectory(directory.resolve("other"));
        modem = List.of("--state", other.toString());
        fs("ls").refused(1, "no state directory " + other + ": there is neither C nor D nor nvram.json in it");
        assertThat(other).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource({"nope,nope", "ls,--nope", "ls,E:/", "ls,--to=x", "ls,--flash=x", "rm,PATH", "get,PATH"})
    void wrongUseIsExitCode2(String verb, String argument) throws Exception {
        if (argument.startsWith("--") || argument.endsWith("/")) {
            Tool.run("fs", verb, argument).refused(2, argument.replaceFirst("=.*", ""));
        } else {
            Tool.run("fs", verb).refused(2, argument);
        }
    }

    @Test
    void twoPlacesAreOneTooMany() throws Exception {
        Tool.run("fs", "ls", "--state", "x", "--to", "5200").refused(2, "--state");
    }

    private Tool fs(String... arguments) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("fs"));
        all.addAll(List.of(arguments));
        all.addAll(modem);
        return Tool.run(all.toArray(String[]::new));
    }
}
