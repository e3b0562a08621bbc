package io.github.sim52xx.email.mime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Header fields with parameters, as the RFCs have them and as senders write them. Characters are bytes. */
class ParameterizedValueTest {

    static String[][] names() {
        return new String[][] {
            {"attachment; filename=a.txt", "a.txt"},
            {"attachment; filename=\"a.txt\"", "a.txt"},
            {"attachment;filename = \"a b.txt\" ; size=1", "a b.txt"},
            {"attachment; FileName=a b.txt ; size=1", "a b.txt"},
            {"attachment; size=1; filename=a(1).txt", "a(1).txt"},
            {"attachment; filename=\"a;b=c.txt\"", "a;b=c.txt"},
            {"attachment; filename=\"a \\\"b\\\" c\\\\d.txt\"", "a \"b\" c\\d.txt"},
            {"attachment; filename=\"C:\\dir\\a.txt\"", "C:\\dir\\a.txt"},
            {"attachment; filename=\"a \"b\" c.txt\"; size=1", "a \"b\" c.txt"},
            {"attachment; filename=\"a.txt", "a.txt"},
            {"attachment; filename=\"a.txt\" (comment); size=1", "a.txt"},
            {"attachment; size=\"1\" filename=\"a.txt\" x=\"2\"", "a.txt"},
            {"attachment; filename=; size=1", ""},
            {"attachment; filename=a.txt; filename=b.txt", "a.txt"},
            {"attachment; filename", null},
            {"attachment; ; =x; filename =a.txt", "a.txt"},
            {"; filename=a.txt", "a.txt"},
            {"filename=a.txt", null},
            {"attachment; filename*=utf-8'en'%e2%82%ac%20rates", "\u20ac rates"},
            {"attachment; filename*=ISO-8859-1''caf%e9.txt; filename=cafe.txt", "caf\u00e9.txt"},
            {"attachment; filename*=caf%c3%a9", "caf\u00e9"},
            {"attachment; filename*=x-no''caf%e9%zz%4", "caf\u00e9%zz%4"},
            {"attachment; filename*1=b; filename*0=\"a \"; filename*3=d", "a b"},
            {"attachment; filename*0*=utf-8''%e2%82; filename*1*=%ac; filename*2=\"%41.txt\"", "\u20ac%41.txt"},
            {"attachment; filename*0==?utf-8?Q?caf; filename*1==C3=A9?=", "caf\u00e9"},
            {"attachment; filename==?utf-8?B?Y2Fmw6k=?=", "caf\u00e9"},
            {"attachment; filename=\"=?utf-8?Q?caf?= =?utf-8?Q?=C3?= \t=?UTF-8?q?=A9?=.txt\"", "caf\u00e9.txt"},
            {"attachment; filename=\"a =?us-ascii*en?Q?b_c?= =?x-no?Q?=E9?= d\"", "a b c\u00e9 d"},
            {"attachment; filename=\"x=?iso-8859-1?q?=e9?=y\"", "x\u00e9y"},
            {"attachment; filename=\"=?utf-8?B?Y2Fm?==?utf-8?B?w6k?=\"", "caf\u00e9"},
            {"attachment; filename=\"=?utf-8?B?YWI=YWI=?=\"", "abab"},
            {"attachment; filename=\"=?utf-8?X?a?= =?utf-8?Q?b =?utf-8 =? ?=\"", "=?utf-8?X?a?= b =?utf-8 =? "},
            {"attachment; filename=\"=?ISO-2022-JP?B?GyRCRnxLXBsoQg==?=.txt\"", "\u65e5\u672c.txt"},
            {"attachment; filename=\"=?utf-7?Q?+ZeVnLIqe-?=\"", "\u65e5\u672c\u8a9e"},
            {"attachment; filename=\"caf\u00c3\u00a9\"", "caf\u00e9"},
            {"attachment; filename=\"caf\u00e9\"", "caf\u00e9"},
            {"attachment; filename=caf\u00e9 =?utf-8?Q?=C3=A9?=", "caf\u00e9 \u00e9"},
        };
    }

    @ParameterizedTest
    @MethodSource
    void names(String field, String name) {
        assertThat(ParameterizedValue.parse(field).text("filename")).isEqualTo(name);
    }

    @Test
    void theValueIsInLowerCaseWithoutComments() {
        assertThat(ParameterizedValue.parse(" Text/(really)Plain (x (y)) ; a=b").value())
                .isEqualTo("text/plain");
        assertThat(ParameterizedValue.parse("").value()).isEmpty();
        assertThat(ParameterizedValue.parse("text/plain (x").value()).isEqualTo("text/plain");
    }

    @Test
    void aTokenIsOneWord() {
        ParameterizedValue type = ParameterizedValue.parse("text/plain; charset=us-ascii (Plain text); x=\" y z\"");
        assertThat(type.token("charset")).isEqualTo("us-ascii");
        assertThat(type.token("x")).isEqualTo("y");
        assertThat(type.token("boundary")).isEmpty();
    }

    @Test
    void fieldsFullOfSpecialsCostNoTime() {
        for (String piece : new String[] {"=?", "=?a?q?", "\"", "(", ";", ";a=\"", "\\\"", "a*0=b;", "?=", " "}) {
            String field = "x; filename=\"" + piece.repeat(HeaderBlock.MAX_FIELD / piece.length());
            assertThat(ParameterizedValue.parse(field).text("filename")).isNotNull();
        }
    }
}
