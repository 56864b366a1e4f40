package jp.kakawari.registry.sync;

import static jp.kakawari.registry.sync.ListSender.KOSUGE;
import static jp.kakawari.registry.sync.ListSender.progress;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.registry.roster.Format;
import jp.kakawari.registry.roster.Lists;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lists of several chunks, whatever they come as. */
@QuarkusTest
@WithTestResource(PartsResource.class)
class SyncLongListsTest {

    private static final int ROWS = 4_500;

    @Inject
    SyncTables tables;

    @ParameterizedTest
    @EnumSource(Format.class)
    void a_row_is_told_by_its_line_in_whichever_chunk_it_comes(Format format) throws SQLException {
        List<List<String>> list = list("LL-" + format + "-");
        for (int row : List.of(1, 2_000, 2_001, ROWS)) {
            list.set(row, List.of("LL-" + format + "-" + row, "清水 翔", "1985/2/30"));
        }
        Map<String, Object> report = KOSUGE.report(KOSUGE.send(format, Lists.of(format, list), true));
        assertThat(progress(report))
                .containsEntry("rowsRead", ROWS)
                .containsEntry("created", ROWS - 4)
                .containsEntry("rejected", 4);
        assertThat(report.get("rejections").toString())
                .contains(format == Format.NDJSON ? "lines=[1, 2000, 2001, 4500]" : "lines=[2, 2001, 2002, 4501]");
        assertThat(tables.staged()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void a_list_that_goes_wrong_far_down_leaves_nothing_of_its_chunks(Format format) throws SQLException {
        long jobs = tables.count("select count(*) from sync_job");
        List<List<String>> list = list("LW-");
        list.add(Collections.nCopies(300, "x"));
        byte[] file = Lists.of(format, list);
        if (format == Format.NDJSON) {
            file = (new String(file, StandardCharsets.UTF_8) + "\n{").getBytes(StandardCharsets.UTF_8);
        }
        KOSUGE.send(format, file, false)
                .then()
                .statusCode(422)
                .body("code", equalTo("unreadable-roster"))
                .body("line", equalTo(ROWS + 2));
        assertThat(tables.count("select count(*) from sync_job")).isEqualTo(jobs);
        assertThat(tables.staged()).isZero();
        assertThat(tables.count("select count(*) from tie where source_id like 'LW-%'"))
                .isZero();
    }

    private static List<List<String>> list(String prefix) {
        List<List<String>> list = new ArrayList<>(List.of(List.of("会員番号", "氏名", "生年月日")));
        for (int i = 1; i <= ROWS; i++) {
            list.add(List.of(prefix + i, "清水 翔", "S60.2.28"));
        }
        return list;
    }
}
