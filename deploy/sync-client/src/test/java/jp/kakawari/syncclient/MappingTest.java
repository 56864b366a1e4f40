package jp.kakawari.syncclient;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingTest {

    @TempDir
    Path desk;

    @Test
    void a_column_is_added_in_place_of_its_fields_former_header_and_the_other_fields_stay() throws Exception {
        JsonNode stored = new JsonMapper().readTree("""
                {"columns": [{"header": "組合員コード", "field": "memberNumber"}, {"header": "漢字氏名", "field": "name"},
                 {"header": "メモ欄", "field": "remarks"}]}""");
        Map<String, String> wanted = new LinkedHashMap<>();
        wanted.put("会員コード2", "memberNumber");
        wanted.put("メモ欄", "");

        assertThat(Mapping.merged(stored, wanted)).isEqualTo(new JsonMapper().readTree("""
                {"columns": [{"header": "漢字氏名", "field": "name"}, {"header": "会員コード2", "field": "memberNumber"}]}"""));
    }

    @Test
    void a_header_is_changed_and_taken_out_whatever_its_width_and_kana() throws Exception {
        JsonNode stored = new JsonMapper().readTree("""
                {"columns": [{"header": "ﾌﾘｶﾞﾅ", "field": "kana"}, {"header": "メモ（任意）", "field": "remarks"}]}""");

        assertThat(Mapping.merged(stored, Map.of("めも", ""))).isEqualTo(new JsonMapper().readTree("""
                {"columns": [{"header": "ﾌﾘｶﾞﾅ", "field": "kana"}]}"""));
        assertThat(Mapping.merged(stored, Map.of("ふりがな", "familyNameKana"))).isEqualTo(new JsonMapper().readTree("""
                {"columns": [{"header": "メモ（任意）", "field": "remarks"},
                 {"header": "ふりがな", "field": "familyNameKana"}]}"""));
    }

    @Test
    void a_header_that_is_not_there_to_be_taken_out_is_told() throws Exception {
        try (BrokenNetwork network = new BrokenNetwork()) {
            network.line(BrokenNetwork.json(200, "{\"columns\": [{\"header\": \"メモ欄\", \"field\": \"remarks\"}]}"));
            String settings = network.settings(desk).toString();

            Clerk.Run none = Clerk.types("mapping", "めも=", "--settings", settings);
            assertThat(none.said()).contains("「めも」は対応表にない", "メモ欄 → 備考").doesNotContain("登録しました");
            assertThat(none.exit()).isZero();
            assertThat(network.asked()).hasSize(1);

            Clerk.Run one = Clerk.types("mapping", "めも=", "組合員コード=会員番号", "--settings", settings);
            assertThat(one.said()).contains("「めも」は対応表にない", "登録しました");
            assertThat(network.asked()).hasSize(3);
        }
    }

    @Test
    void a_field_goes_by_either_name() {
        assertThat(Field.named("会員番号")).contains(Field.MEMBER_NUMBER);
        assertThat(Field.named("ＳＮＳアカウント")).contains(Field.SNS_ACCOUNT);
        assertThat(Field.named("membernumber")).contains(Field.MEMBER_NUMBER);
        assertThat(Field.named("会員")).isEmpty();
    }

    @Test
    void every_field_that_the_registry_can_map_has_its_name_here() throws Exception {
        String document = Files.readString(
                Path.of(System.getProperty("basedir"), "..", "..", "services", "registry", "openapi.yaml"));
        Matcher told = Pattern.compile("\"memberNumber, name, familyName.*?or endedOn\"", Pattern.DOTALL)
                .matcher(document);
        assertThat(told.find()).isTrue();
        String[] words = told.group()
                .replaceAll("of a ledger|of memberships|\\bor\\b|[\",;\\\\]", " ")
                .strip()
                .split("\\s+");
        assertThat(Stream.of(Field.values()).map(Field::code)).containsExactlyInAnyOrder(words);
    }
}
