package io.github.sim52xx.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** {@code --junit FILE.xml}: the results in the form that CI servers read, one test case a result. */
final class JUnitReport {

    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private final XMLStreamWriter xml;
    private final String suite;

    private JUnitReport(String suite) throws XMLStreamException {
        this.suite = suite;
        xml = XMLOutputFactory.newFactory().createXMLStreamWriter(content, "UTF-8");
    }

    static void write(Path file, String suite, List<? extends TestResult> results) {
        try {
            JUnitReport report = new JUnitReport(suite);
            report.print(results);
            Files.write(file, report.content.toByteArray());
        } catch (IOException e) {
            throw new FailedException("cannot write " + file + ": " + e.getMessage());
        } catch (XMLStreamException e) {
            throw new IllegalStateException("text in memory can be written", e);
        }
    }

    private void print(List<? extends TestResult> results) throws XMLStreamException {
        Duration total = results.stream().map(TestResult::took).reduce(Duration.ZERO, Duration::plus);
        xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        xml.writeStartElement("testsuites");
        xml.writeStartElement("testsuite");
        attribute("name", suite);
        attribute("tests", Integer.toString(results.size()));
        attribute(
                "failures",
                Long.toString(
                        results.stream().filter(result -> !result.passed()).count()));
        attribute("errors", "0");
        attribute("skipped", "0");
        attribute("time", String.format(Locale.ROOT, "%.3f", total.toMillis() / 1000.0));
        for (TestResult result : results) {
            print(result);
        }
        xml.writeEndDocument();
    }

    private void print(TestResult result) throws XMLStreamException {
        xml.writeStartElement("testcase");
        attribute("classname", suite);
        attribute("name", result.name());
        attribute("time", String.format(Locale.ROOT, "%.3f", result.took().toMillis() / 1000.0));
        if (!result.passed()) {
            xml.writeStartElement("failure");
            attribute("message", result.summary());
            xml.writeCharacters(legal(String.join("\n", result.describe())));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, legal(value));
    }

    /** XML 1.0 2.2 knows characters that it cannot hold, escaped or not. */
    private static String legal(String text) {
        StringBuilder legal = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            boolean allowed =
                    c == '\n' || c == '\t' || c >= ' ' && c < 0xd800 || c >= 0xe000 && c < 0xfffe || c > 0xffff;
            legal.appendCodePoint(allowed ? c : 0xfffd);
        });
        return legal.toString();
    }
}
