package io.github.sim52xx.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sim52xx.cli.transcript.Difference;
import io.github.sim52xx.cli.transcript.Step;
import io.github.sim52xx.cli.transcript.Transcript;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What a CI server reads, read with an XML parser. */
class JUnitReportTest {

    @TempDir
    private Path directory;

    @Test
    void aResultIsATestCase() throws Exception {
        Document report = written(List.of(
                new CheckResult(transcript("good.at"), Duration.ofMillis(1234), null, null),
                new CheckResult(transcript("bad.at"), Duration.ofMillis(1), difference("OK"), null),
                new CheckResult(transcript("cut.at"), Duration.ZERO, null, "cannot connect")));
        Element suite = (Element) report.getElementsByTagName("testsuite").item(0);
        assertThat(suite.getAttribute("tests")).isEqualTo("3");
        assertThat(suite.getAttribute("failures")).isEqualTo("2");
        assertThat(suite.getAttribute("time")).isEqualTo("1.235");
        Element good = testCase(report, 0);
        assertThat(good.getAttribute("name")).isEqualTo("good.at");
        assertThat(good.getAttribute("time")).isEqualTo("1.234");
        assertThat(good.getElementsByTagName("failure").getLength()).isZero();
        Element failure = failure(testCase(report, 1));
        assertThat(failure.getAttribute("message")).isEqualTo("bad.at:7: expected < ERROR, came < OK");
        assertThat(failure.getTextContent()).contains("expected 7  < ERROR").contains("came  < OK");
        assertThat(failure(testCase(report, 2)).getAttribute("message")).isEqualTo("cannot connect");
    }

    @Test
    void textThatXmlCannotHoldDoesNoHarm() throws Exception {
        StringBuilder all = new StringBuilder("<&>\"']]>\ud800 \udfff \ufffe \uffff \ud83d\ude00");
        for (char c = 0; c < 300; c++) {
            all.append(c);
        }
        Document report = written(List.of(new CheckResult(
                transcript("<&\u0001\">.at"), Duration.ZERO, difference(all.toString()), all.toString())));
        assertThat(testCase(report, 0).getAttribute("name")).isEqualTo("<&\ufffd\">.at");
        assertThat(failure(testCase(report, 0)).getTextContent())
                .contains("<&>\"']]>")
                .contains("\ud83d\ude00");
    }

    @Test
    void numbersHaveADotEverywhere() throws Exception {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            Document report =
                    written(List.of(new CheckResult(transcript("a.at"), Duration.ofMillis(1500), null, null)));
            assertThat(testCase(report, 0).getAttribute("time")).isEqualTo("1.500");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void whatCannotBeWrittenIsSaid() {
        assertThatThrownBy(() -> JUnitReport.write(directory.resolve("missing/report.xml"), "suite", List.of()))
                .isInstanceOf(FailedException.class)
                .hasMessageContaining("report.xml");
    }

    private Document written(List<CheckResult> results) throws Exception {
        Path file = directory.resolve("report.xml");
        JUnitReport.write(file, "sim52xx check", results);
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(Files.newInputStream(file));
    }

    private static Element testCase(Document report, int index) {
        return (Element) report.getElementsByTagName("testcase").item(index);
    }

    private static Element failure(Element testCase) {
        return (Element) testCase.getElementsByTagName("failure").item(0);
    }

    private static Transcript transcript(String name) {
        return new Transcript(name, "", List.of(), List.of());
    }

    private static Difference difference(String came) {
        Step expected = new Step(7, "< ERROR", 1, new Step.Act.Line("ERROR", Duration.ZERO));
        return new Difference("bad.at", List.of(), expected, List.of("< " + came), List.of());
    }
}
