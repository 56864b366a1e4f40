package jp.kakawari.registry.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRowsTest {

    @Test
    void everyMemberOfTheFirstObjectsIsAColumn() {
        assertThat(read("""
                {"memberNumber": 1001, "氏名": "清水 翔", "skills": ["翻訳", "林業"], "mailConsent": true, "行": 3, "理由": "x"}\r

                {"memberNumber": "2", "氏名": null, "備考": "\\u9ad9", "height": 1.50}
                """))
                .containsExactly(
                        List.of("memberNumber", "氏名", "skills", "mailConsent", "備考", "height"),
                        List.of("1001", "清水 翔", "翻訳、林業", "TRUE", "", ""),
                        List.of("2", "", "", "", "髙", "1.5"));
    }

    @Test
    void aLateMemberIsIgnoredUnlessItWouldBeLost() {
        String first = "{\"memberNumber\": 1, \"name\": \"清水\"}\n".repeat(150);
        assertThat(read(first + "{\"memberNumber\": 2, \"name\": \"髙橋\", \"height\": 3}\n"))
                .hasSize(152);
        assertThatExceptionOfType(UnreadableRoster.class)
                .isThrownBy(() -> read(first + "{\"memberNumber\": 2, \"name\": \"髙橋\", \"電話\": 3}\n"))
                .withMessageContaining("Line 151")
                .withMessageContaining("電話");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[1]",
                "x",
                "{",
                "{\"a\": 1} {\"b\": 2}",
                "{\"a\": {\"b\": 1}}",
                "{\"a\": [[1]]}",
                "{\"a\": [{}]}",
                "{\"a\": 1, \"a\": 2}",
                "{\"a\": \"\\u0000\"}",
                "{\"a\": \"\\ud800\"}",
                "{\"a\": NaN}",
                "{\"a\": 1,}",
                "{\"a\": [1, 2}"
            })
    void whatIsNoFlatObjectIsRefusedByItsLine(String line) {
        assertThatExceptionOfType(UnreadableRoster.class)
                .isThrownBy(() -> read("{\"memberNumber\": 1, \"name\": \"清水\"}\n" + line + "\n"))
                .withMessageContaining("Line 2");
    }

    @Test
    void twoNamesOfOneColumnAreRefused() {
        assertThatExceptionOfType(UnreadableRoster.class)
                .isThrownBy(() -> read("""
                        {"memberNumber": 1, "name": "清水"}
                        {"会員番号": 2, "name": "髙橋"}
                        """))
                .withMessageContaining("both mean memberNumber");
    }

    @Test
    void whatItsEncodingLacksGoesBackAsItCame() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (RejectedRows rejected = RejectedRows.of(Format.NDJSON, out, Encoding.WINDOWS_31J, List.of("会員番号", "氏名"))) {
            rejected.add(2, List.of(Reason.TOO_LONG), List.of("1", "髙橋𠮷ɐ"));
        }
        assertThat(out.toString(Encoding.WINDOWS_31J.charset())).contains("\"髙橋\\uD842\\uDFB7\\u0250\"");
        assertThat(Lists.read(Format.NDJSON, out.toByteArray()).getLast()).endsWith("1", "髙橋𠮷ɐ");
    }

    private static List<List<String>> read(String text) {
        return Lists.read(Format.NDJSON, text.getBytes(StandardCharsets.UTF_8));
    }
}
