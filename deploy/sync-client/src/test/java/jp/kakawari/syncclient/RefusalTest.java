package jp.kakawari.syncclient;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class RefusalTest {

    private static JsonNode json(String text) throws JsonProcessingException {
        return new JsonMapper().readTree(text);
    }

    @Test
    void columns_that_are_not_recognised_are_told_with_what_they_may_be() throws Exception {
        Failed failed = Refusal.of(422, json("""
                {"title": "名簿として読み取れません", "errors": [{"pointer": "/1",
                 "detail": "見出しに「会員番号」の列がありません。列名を直すか、列の対応表（column-mapping）を登録してください"}],
                 "proposals": [{"column": 3, "field": "memberNumber", "fieldJa": "会員番号", "confidence": 0.834, "ja": "値が会員番号の形です"}]}"""));

        assertThat(failed.exit()).isEqualTo(Exit.REFUSED);
        assertThat(failed.getMessage())
                .contains("3列目は「会員番号」（memberNumber）かもしれません（確からしさ 83％: 値が会員番号の形です）")
                .endsWith("mapping 見出し=項目 で登録できます（例: mapping 組合員コード=会員番号）。");
    }

    @Test
    void a_refusal_of_somebody_in_between_is_told_as_such() throws Exception {
        Failed proxy = Refusal.of(407, json("{}"));
        assertThat(proxy.getMessage()).contains("407", "プロキシ");
        assertThat(proxy.exit()).isEqualTo(Exit.UNREACHABLE);
        assertThat(Refusal.of(412, json("{\"title\": \"更新の競合\"}")).exit()).isEqualTo(Exit.UNREACHABLE);
    }

    @Test
    void a_script_learns_whether_it_helps_to_come_again() throws Exception {
        assertThat(exit(400, "broken-upload")).isEqualTo(Exit.UNREACHABLE);
        assertThat(exit(408, "upload-too-slow")).isEqualTo(Exit.UNREACHABLE);
        assertThat(exit(409, "sync-running")).isEqualTo(Exit.UNREACHABLE);
        assertThat(exit(409, "idempotency-key-in-use")).isEqualTo(Exit.UNREACHABLE);
        assertThat(exit(400, "bad-request")).isEqualTo(Exit.REFUSED);
        assertThat(exit(409, "sync-cancelled")).isEqualTo(Exit.REFUSED);
        for (String state : new String[] {"RECEIVING", "STAGED", "MERGING"}) {
            assertThat(notPossible(state)).isEqualTo(Exit.UNREACHABLE);
        }
        assertThat(notPossible("FAILED")).isEqualTo(Exit.REFUSED);
        assertThat(notPossible("CANCELLED")).isEqualTo(Exit.REFUSED);
    }

    private static Exit exit(int status, String code) throws JsonProcessingException {
        return Refusal.of(status, json("{\"code\": \"%s\"}".formatted(code))).exit();
    }

    private static Exit notPossible(String state) throws JsonProcessingException {
        return Refusal.of(409, json("{\"code\": \"not-possible-now\", \"state\": \"%s\"}".formatted(state)))
                .exit();
    }

    @Test
    void a_sync_that_broke_off_is_worth_sending_again() throws Exception {
        assertThat(printed("""
                {"state": "FAILED", "failure": {"code": "interrupted", "ja": "もう一度送信してください。"}}""", Exit.UNREACHABLE)).contains("もう一度送信");
        assertThat(printed("""
                {"state": "FAILED", "failure": {"code": "internal", "ja": "もう一度送信すると続きから反映されます。"}}""", Exit.UNREACHABLE)).contains("続きから");
    }

    @Test
    void texts_that_name_parameters_are_told_by_our_own_options() throws Exception {
        String report = printed("""
                {"state": "DONE", "id": "1", "progress": {"rowsRead": 2, "rejected": 1},
                 "rejections": [{"ja": "登録内容を確認し、名簿を優先する場合は onConflict=LIST で送信してください", "count": 1, "lines": [3]}],
                 "notices": [{"ja": "住所から市区町村が分かりません", "count": 7, "lines": [2, 3, 4, 5, 6, 7, 8]}]}""", Exit.ROWS_REJECTED);
        assertThat(report)
                .contains("send に --list-wins を付けてください", "（3行目）")
                .contains("・確認のお願い: 住所から市区町村が分かりません … 7 件（2、3、4、5、6行目ほか）");

        assertThat(printed("""
                {"state": "FAILED", "failure": {"code": "tooManyWouldEnd", "ja": "この名簿にない会員が多すぎます（上限 endAtMost を超過）。"}}""", Exit.REFUSED)).contains("会員が多すぎます", "上限は --end-at-most で変えられます");
        assertThat(printed("{\"state\": \"CANCELLED\"}", Exit.REFUSED)).contains("取り消されました");
    }

    private static String printed(String sync, Exit exit) throws JsonProcessingException {
        StringWriter out = new StringWriter();
        assertThat(new Report(json(sync)).print(new PrintWriter(out))).isEqualTo(exit);
        return out.toString();
    }
}
