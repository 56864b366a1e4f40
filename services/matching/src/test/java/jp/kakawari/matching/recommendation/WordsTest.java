package jp.kakawari.matching.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource({"商店街を耕しました, 商店 街 耕す", "ﾎﾞﾗﾝﾃｨｱとＤＩＹ, ボランティア diy", "関西国際空港, 関西 国際 空港", "サーバー, サーバ"})
    void words_come_in_their_base_form(String text, String words) {
        assertThat(Words.of(Words.fold(text)).stream().map(Words.Word::base)).contains(words.split(" "));
    }

    @ParameterizedTest
    @CsvSource({"副業をしたい, サイドビジネスの経験", "日本酒と葡萄酒, ワインが好き", "ボランティア, 'volunteer, ボランテア'", "寄付, 寄附"})
    void the_same_is_said_in_other_words(String one, String other) {
        var shared = Terms.of(Text.of(one)).stream().map(Terms.Term::key).collect(Collectors.toSet());
        shared.retainAll(Terms.of(Text.of(other)).stream().map(Terms.Term::key).collect(Collectors.toSet()));
        assertThat(shared).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "三重県尾鷲市の出身, 24 242098",
        "高校まで尾鷲で育ちました, 242098",
        "泰阜村の山村留学, 204145",
        "岩手、特に陸前高田, 03 032107",
        "飛騨, 212172",
        "県の中央にある村, ''",
        "関西圏の会社, 25 26 27 28 29 30",
        "43423, 434230",
        "430005, 43"
    })
    void places_are_found_in_what_is_said(String text, String codes) {
        assertThat(Places.inOrOf(text)).containsExactlyInAnyOrder(codes.isEmpty() ? new String[0] : codes.split(" "));
    }

    @Test
    void an_audience_names_ages() {
        assertThat(Ages.namedIn(Text.of("都市部の大学生"))).containsExactlyInAnyOrder("10s", "20s");
        assertThat(Ages.namedIn(Text.of("DIY愛好家"))).isEmpty();
    }
}
