package io.github.sim52xx.mms.pdu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** OMA MMS encapsulation, to the octet. */
class SendRequestTest {

    private static final SendOptions NOTHING_SET = new SendOptions(6, 3, 0, 0, 2, 4, false);

    private static final Message MESSAGE = new Message(
            "",
            List.of("123", "a@b.c"),
            List.of(),
            List.of("+4"),
            Instant.ofEpochSecond(0x4b679999L),
            "Hi",
            List.of(
                    new MessagePart("t.txt", MediaType.PLAIN, bytes("hé")),
                    new MessagePart("a.amr", MediaType.AMR, new byte[] {0, -1})));

    @Test
    void everyOctetOfAMessage() {
        assertThat(HexFormat.of().formatHex(SendRequest.encode(MESSAGE, NOTHING_SET, "T1")))
                .isEqualTo("8c80" + "98543100" + "8d90" + "85044b679999" + "890181"
                        + "973132332f545950453d504c4d4e00" + "9761 40622e6300".replace(" ", "")
                        + "812b342f545950453d504c4d4e00" + "96486900" + "8681" + "9081" + "84a3" + "02"
                        + "1203" + "0a" + "83" + "81ea" + "85742e74787400" + "8e742e74787400" + "68c3a9"
                        + "1902" + "11" + "617564696f2f616d7200" + "85612e616d7200" + "8e612e616d7200" + "00ff");
    }

    @Test
    void optionsAndLongerHeaders() {
        byte[] pdu = SendRequest.encode(MESSAGE, new SendOptions(1, 2, 1, 1, 0, 3, true), "T1");
        assertThat(HexFormat.of().formatHex(pdu))
                .contains("8a83" + "88048102a8c0" + "8f82" + "9480" + "8680" + "9080" + "84a3")
                .contains("8e612e616d7200" + "c0223c313e00" + "00ff");
    }

    @Test
    void whatIsEncodedCanBeDecoded() throws InvalidPduException {
        Message subject = new Message("", List.of("1"), List.of("2"), List.of(), null, "\u4e2d", List.of());
        Message back = ReceivedPdu.decode(SendRequest.encode(subject, NOTHING_SET, "T1"))
                .message();
        assertThat(back).isEqualTo(subject);
        Message all = ReceivedPdu.decode(SendRequest.encode(MESSAGE, NOTHING_SET, "T1"))
                .message();
        assertThat(all.to()).containsExactly("123", "a@b.c");
        assertThat(all.parts()).extracting(MessagePart::name).containsExactly("t.txt", "a.amr");
        assertThat(all.parts().get(0).data()).isEqualTo(bytes("hé"));
    }

    @Test
    void aRetrievedMessageAsCentresSendIt() throws InvalidPduException {
        Octets smil = new Octets()
                .sized(new Octets().text("application/smil"))
                .hex("c0")
                .text("\"<start>");
        // us-ascii in Latin-1 clothes, the name only as Content-Location, one header of its own
        Octets text = new Octets()
                .hex("03 83 81 84 8e")
                .text("../a.txt")
                .text("X-Own")
                .text("field");
        byte[] pdu = new Octets()
                .hex("8c84 985400 8d90 8504 4b679999 8b")
                .text("id@mmsc")
                .hex("89")
                .sized(new Octets().hex("80").text("+15001844675/TYPE=PLMN"))
                .hex("97")
                .text("13613623116/TYPE=PLMN")
                .hex("96")
                .sized(new Octets().hex("ea").text("äb"))
                .text("X-Own")
                .text("field")
                .hex("84")
                .sized(new Octets().hex("b38a").text("<start>").hex("89").text("application/smil"))
                .hex("03")
                .part(smil, "<smil/>".getBytes(StandardCharsets.US_ASCII))
                .part(text, new byte[] {'a', (byte) 0xe4})
                .part(new Octets().hex("9e"), new byte[] {-1, -40})
                .bytes();
        Message message = ReceivedPdu.decode(pdu).message();
        assertThat(message.sender()).isEqualTo("+15001844675");
        assertThat(message.to()).containsExactly("13613623116");
        assertThat(message.subject()).isEqualTo("äb");
        assertThat(message.date()).isEqualTo(Instant.ofEpochSecond(0x4b679999L));
        assertThat(message.parts()).extracting(MessagePart::name).containsExactly("start", "../a.txt", "2");
        assertThat(message.parts())
                .extracting(MessagePart::type)
                .containsExactly(MediaType.SMIL, MediaType.PLAIN, MediaType.JPEG);
        assertThat(message.parts().get(1).data()).isEqualTo(bytes("aä"));
        for (int length = 0; length < pdu.length; length++) {
            byte[] part = Arrays.copyOf(pdu, length);
            try {
                assertThat(ReceivedPdu.decode(part).message().parts()).isEmpty();
            } catch (InvalidPduException e) {
                assertThat(e.getMessage()).isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "8c819854008d909280, true, status 128",
        "8c819854008d9092e09342757379 00, false, status 224: Busy",
        "8c81, false, no status",
        "8c8499c0, false, status 192",
        "8c84, true, no status",
    })
    void statuses(String hex, boolean ok, String status) throws InvalidPduException {
        ReceivedPdu pdu = ReceivedPdu.decode(new Octets().hex(hex).bytes());
        assertThat(pdu.isOk()).isEqualTo(ok);
        assertThat(pdu.status()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "8c",
                // text without end, lengths beyond the end, a number that is none, endless uintvars
                "8c849841",
                "8c84891f8f7f80",
                "8c84971fffffffff7f",
                "8c84851400",
                "8c8484a38fffffff7f",
                "8c8484a30110ffffff7f00",
                "8c8484a37f",
                "8c8484a30201000083"
            })
    void whatIsNoMessage(String hex) {
        assertThatExceptionOfType(InvalidPduException.class)
                .isThrownBy(() -> ReceivedPdu.decode(new Octets().hex(hex).bytes()));
    }

    /** Whatever comes, it is a message or it is none. */
    @Test
    void mutationsHurtNobody() {
        byte[] good = SendRequest.encode(MESSAGE, NOTHING_SET, "T1");
        Random random = new Random(1);
        int messages = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] bad = Arrays.copyOf(good, 1 + random.nextInt(good.length));
            for (int j = random.nextInt(4); j >= 0; j--) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
            }
            try {
                ReceivedPdu.decode(bad);
                messages++;
            } catch (InvalidPduException e) {
                assertThat(e).hasMessageNotContaining("\n");
            }
        }
        assertThat(messages).isBetween(1, 19_999);
    }

    @ParameterizedTest
    @CsvSource({"fffe4100e400, Aä", "feff004100e4, Aä", "efbbbf41c3a4, Aä", "41c3a4, Aä", "ef, \ufffd"})
    void typedTextSaysItsEncoding(String hex, String text) {
        assertThat(TypedText.decode(HexFormat.of().parseHex(hex))).isEqualTo(text);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Octets in the making. */
    private static final class Octets {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Octets hex(String digits) {
            out.writeBytes(HexFormat.of().parseHex(digits.replace(" ", "")));
            return this;
        }

        Octets text(String text) {
            out.writeBytes(SendRequestTest.bytes(text));
            out.write(0);
            return this;
        }

        Octets sized(Octets value) {
            int length = value.out.size();
            if (length > 30) {
                out.write(31);
            }
            out.write(length);
            out.writeBytes(value.bytes());
            return this;
        }

        Octets part(Octets headers, byte[] data) {
            out.write(headers.out.size());
            out.write(data.length);
            out.writeBytes(headers.bytes());
            out.writeBytes(data);
            return this;
        }

        byte[] bytes() {
            return out.toByteArray();
        }
    }
}
