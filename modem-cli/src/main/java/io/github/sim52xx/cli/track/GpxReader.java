package io.github.sim52xx.cli.track;

import java.io.ByteArrayInputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the points of tracks and routes of a GPX file: {@code <trkpt lat="52.5" lon="13.4"><ele>34</ele>
 * <time>2010-02-02T03:04:57Z</time></trkpt>}. Nothing outside of the file is opened and no entity expanded. Not
 * thread-safe.
 */
final class GpxReader {

    private final XMLStreamReader xml;
    private final TrackPoints points;

    private GpxReader(XMLStreamReader xml, TrackPoints points) {
        this.xml = xml;
        this.points = points;
    }

    static void read(byte[] content, TrackPoints points) throws TrackSyntaxException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            new GpxReader(factory.createXMLStreamReader(new ByteArrayInputStream(content)), points).points();
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
            throw new TrackSyntaxException(Math.max(0, line), "not XML as GPX has it");
        }
    }

    private void points() throws XMLStreamException, TrackSyntaxException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT && isPoint(xml.getLocalName())) {
                point(xml.getLocalName());
            }
        }
    }

    private static boolean isPoint(String name) {
        return name.equals("trkpt") || name.equals("rtept");
    }

    private void point(String name) throws XMLStreamException, TrackSyntaxException {
        int line = xml.getLocation().getLineNumber();
        double latitude = number(line, xml.getAttributeValue(null, "lat"));
        double longitude = number(line, xml.getAttributeValue(null, "lon"));
        double altitude = 0;
        Instant time = null;
        for (int event = xml.next(); !isEnd(event, name); event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("ele")) {
                altitude = number(line, xml.getElementText());
            } else if (event == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("time")) {
                time = time(line, xml.getElementText());
            }
        }
        points.add(line, time, latitude, longitude, altitude);
    }

    private boolean isEnd(int event, String name) {
        return event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(name);
    }

    private static double number(int line, String text) throws TrackSyntaxException {
        try {
            return Double.parseDouble(text == null ? "" : text.strip());
        } catch (NumberFormatException e) {
            throw new TrackSyntaxException(line, "a point without numbers for its place");
        }
    }

    private static Instant time(int line, String text) throws TrackSyntaxException {
        try {
            return OffsetDateTime.parse(text.strip()).toInstant();
        } catch (DateTimeException e) {
            throw new TrackSyntaxException(
                    line, "no time of GPX: " + text.strip().lines().findFirst().orElse(""));
        }
    }
}
