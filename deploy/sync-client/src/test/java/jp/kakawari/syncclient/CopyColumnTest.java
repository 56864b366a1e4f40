package jp.kakawari.syncclient;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CopyColumnTest {

    private BrokenNetwork network;
    private Labels labels;

    @BeforeEach
    void connect() throws IOException {
        network =
                new BrokenNetwork().line(BrokenNetwork.json(200, "{\"codes\": [{\"code\": \"13\", \"ja\": \"東京都\"}]}"));
        labels = new Labels(network.registry(length -> {}));
    }

    @AfterEach
    void disconnect() {
        network.close();
    }

    private String cell(CopyColumn column, String... profile) {
        ObjectNode supporter = JsonNodeFactory.instance.objectNode();
        ObjectNode fields = supporter.putObject("profile");
        for (int i = 0; i < profile.length; i += 2) {
            fields.put(profile[i], profile[i + 1]);
        }
        return column.cell(supporter, labels);
    }

    @Test
    void a_spreadsheet_leaves_postal_codes_and_phones_as_they_are() {
        assertThat(cell(CopyColumn.POSTAL_CODE, "postalCode", "0640941")).isEqualTo("064-0941");
        assertThat(cell(CopyColumn.POSTAL_CODE)).isEmpty();
        assertThat(cell(CopyColumn.PHONE, "phone", "+81 90-1234-5678")).isEqualTo("+81 90-1234-5678");
        assertThat(cell(CopyColumn.PHONE, "phone", "090-1234-5678")).isEqualTo("090-1234-5678");
    }

    @Test
    void no_spreadsheet_runs_a_cell() {
        for (String text : List.of("=1+1", "+SUM(A1)", "-A1", "@SUM", "＝1+1", "＋A1", "－A1", "＠SUM", "\tx", "\rx")) {
            assertThat(cell(CopyColumn.NICKNAME, "nickname", text)).isEqualTo("'" + text);
        }
        assertThat(cell(CopyColumn.SNS_ACCOUNT, "snsAccount", "@sho")).isEqualTo("'@sho");
        assertThat(cell(CopyColumn.NICKNAME, "nickname", "-12.5")).isEqualTo("-12.5");
    }

    @Test
    void an_address_that_begins_like_a_prefecture_does_not_make_a_resident() {
        assertThat(cell(CopyColumn.PREFECTURE, "prefecture", "13")).isEqualTo("東京都");
        assertThat(cell(CopyColumn.PREFECTURE, "country", "US")).isEqualTo("海外");
        assertThat(cell(CopyColumn.PREFECTURE, "address", "東京都千代田区1")).isEqualTo("海外");
        assertThat(cell(CopyColumn.PREFECTURE, "country", "JP", "address", "見本町1"))
                .isEmpty();
    }

    /** As the export's own example shows them; in front the id, and without 登録日, which no feed tells. */
    @Test
    void the_columns_are_those_of_the_export() throws IOException {
        String document = Files.readString(
                Path.of(System.getProperty("basedir"), "..", "..", "services", "registry", "openapi.yaml"));
        Matcher header =
                Pattern.compile("会員番号,姓,名,セイ,メイ[^\\\\\\n\"]*住民").matcher(document.replaceAll("\\\\\\n *\\\\?", ""));
        assertThat(header.find()).isTrue();
        List<String> exported = new ArrayList<>(List.of(header.group().split(",")));
        exported.remove("登録日");
        exported.addFirst("台帳ID");
        assertThat(Stream.of(CopyColumn.values()).map(CopyColumn::header)).containsExactlyElementsOf(exported);
    }
}
