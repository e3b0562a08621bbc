package io.github.sim52xx.mms.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 9112, and servers that do not keep to it. */
class HttpExchangeTest {

    private static final int LIMIT = 1000;

    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();

    @Test
    void aRequestToACentreAndToAProxy() throws IOException {
        HttpAddress address = HttpAddress.parse("mmsc.example.com:8002/mms");
        Map<String, String> fields = Map.of("User-Agent", "me\r\nX-Injected: 1");
        exchange("HTTP/1.1 200 OK\r\n\r\n", new HttpRequest(address, false, fields, new byte[] {'x'}));
        assertThat(sent)
                .hasToString("POST /mms HTTP/1.1\r\nHost: mmsc.example.com:8002\r\nUser-Agent: meX-Injected: 1\r\n"
                        + "Content-Length: 1\r\nConnection: close\r\n\r\nx");
        sent.reset();
        exchange("HTTP/1.1 200 OK\r\n\r\n", new HttpRequest(address, true, Map.of("User-Agent", ""), null));
        assertThat(sent)
                .hasToString("GET http://mmsc.example.com:8002/mms HTTP/1.1\r\nHost: mmsc.example.com:8002\r\n"
                        + "Connection: close\r\n\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HTTP/1.1 200 OK\\nContent-Length: 3\\n\\nabcd | abc",
                "HTTP/1.0 200\\n\\nabc | abc",
                "HTTP/1.1 100 Continue\\n\\nHTTP/1.1 200 OK\\nCONTENT-LENGTH:3\\n\\nabc | abc",
                "HTTP/1.1 200 OK\\nTransfer-Encoding: chunked\\n\\n2;x=y\\nab\\n1\\nc\\n0\\n\\n | abc",
            })
    void bodies(String reply, String body) throws IOException {
        HttpReply got = get(reply.replace("\\n", "\r\n"));
        assertThat(got.isOk()).isTrue();
        assertThat(got.body()).asString(StandardCharsets.US_ASCII).isEqualTo(body);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "220 ready\\n",
                "HTTP/1.1 200 OK\\nContent-Length: 4\\n\\nabc",
                "HTTP/1.1 200 OK\\nContent-Length: -4\\n\\nabc",
                "HTTP/1.1 200 OK\\nContent-Length: 99999999999999999999\\n\\nabc",
                "HTTP/1.1 200 OK\\nContent-Length: many\\n\\nabc",
                "HTTP/1.1 200 OK\\nno field\\n\\nabc",
                "HTTP/1.1 200 OK\\nTransfer-Encoding: chunked\\n\\nzz\\nab",
                "HTTP/1.1 200 OK\\nTransfer-Encoding: chunked\\n\\n2\\nabcdefg\\n0\\n\\n",
                "HTTP/1.1 200 OK\\nContent-Le",
                "HTTP/1.1 20",
            })
    void whatIsNoReply(String reply) {
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> get(reply.replace("\\n", "\r\n")));
    }

    @Test
    void endlessRepliesEnd() {
        for (String pattern : new String[] {"a", "X-A: b\r\n", "HTTP/1.1 100 Continue\r\n\r\n"}) {
            Endless endless = new Endless("HTTP/1.1 100 Continue\r\n", pattern);
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> new HttpExchange(endless, sent, LIMIT).exchange(request()));
            assertThat(endless.read).isLessThan(40_000);
        }
    }

    @Test
    void bodiesThatAreTooLarge() {
        for (String head : new String[] {
            "HTTP/1.1 200 OK\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: 1001\r\n\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7fffffffffffffff\r\n",
        }) {
            assertThatExceptionOfType(TooLargeException.class)
                    .isThrownBy(() -> new HttpExchange(new Endless(head, "a"), sent, LIMIT).exchange(request()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "mmsc.monternet.com, mmsc.monternet.com, 80, /",
        "HTTP://10.0.0.1:8080/a?b=c, 10.0.0.1, 8080, /a?b=c",
    })
    void addresses(String text, String host, int port, String path) {
        assertThat(HttpAddress.parse(text)).isEqualTo(new HttpAddress(host, port, path));
    }

    @ParameterizedTest
    @CsvSource({"https://a/", "a:0", "a:65536", "a b", "http://", "ftp://a", "a/b c", "a@b"})
    void whatIsNoAddress(String text) {
        assertThat(HttpAddress.parse(text)).isNull();
    }

    private HttpReply get(String reply) throws IOException {
        return exchange(reply, request());
    }

    private HttpReply exchange(String reply, HttpRequest request) throws IOException {
        InputStream in = new ByteArrayInputStream(reply.getBytes(StandardCharsets.US_ASCII));
        return new HttpExchange(in, sent, LIMIT).exchange(request);
    }

    private static HttpRequest request() {
        return new HttpRequest(HttpAddress.parse("a"), false, Map.of(), null);
    }

    /** Something, and then the same again and again. */
    private static final class Endless extends InputStream {

        private final String head;
        private final String pattern;
        private int read;

        Endless(String head, String pattern) {
            this.head = head;
            this.pattern = pattern;
        }

        @Override
        public int read() {
            int i = read++;
            return i < head.length() ? head.charAt(i) : pattern.charAt((i - head.length()) % pattern.length());
        }
    }
}
