package jp.kakawari.syncclient;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HeadersTest {

    @Test
    void headers_that_the_registry_takes_for_one_have_one_key() {
        for (String header : List.of("ふりがな", "ﾌﾘｶﾞﾅ", "フリガナ（必須）", " フリ ガナ ", "「フリガナ」任意")) {
            assertThat(Headers.key(header)).isEqualTo("フリガナ");
        }
        assertThat(Headers.key("メ-ル")).isEqualTo(Headers.key("ﾒｰﾙ")).isEqualTo("メール");
        assertThat(Headers.key("メ\u2212\u2500ル")).isEqualTo("メーール");
        assertThat(Headers.key("ＳＮＳ-id")).isEqualTo("SNSID");
        assertThat(Headers.key("必須")).isEqualTo("必須");
        assertThat(Headers.key("会員番号")).isNotEqualTo(Headers.key("会員番号2"));
    }
}
