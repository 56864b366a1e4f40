package jp.kakawari.syncclient;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ReportTest {

    @Test
    void rows_are_named_by_their_lines_and_whoever_has_none_by_their_number() throws JsonProcessingException {
        StringWriter said = new StringWriter();
        Exit exit = Report.of(JsonMapper.builder().build().readTree("""
                {"state": "DONE", "progress": {"rowsRead": 9, "rejected": 7},
                 "rejections": [{"ja": "氏名がありません", "count": 7, "lines": [2, 3, 4, 5, 6, 7, 8]}],
                 "notices": [{"ja": "会員が名簿にありません", "count": 2, "memberNumbers": ["HI-1", "HI-2"]}]}
                """)).print(new PrintWriter(said, true));
        assertThat(said.toString())
                .contains("・氏名がありません … 7 件（2、3、4、5、6行目ほか）")
                .contains("・確認のお願い: 会員が名簿にありません … 2 件（番号 HI-1、HI-2）");
        assertThat(exit).isEqualTo(Exit.ROWS_REJECTED);
    }
}
