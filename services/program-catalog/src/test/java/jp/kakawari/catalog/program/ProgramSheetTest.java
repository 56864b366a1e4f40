package jp.kakawari.catalog.program;

import static jp.kakawari.catalog.program.Sheets.sheet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.kakawari.contracts.RelationClass;
import jp.kakawari.contracts.catalog.ProgramChanged.Selection;
import org.junit.jupiter.api.Test;

class ProgramSheetTest {

    @Test
    void what_is_left_out_has_its_plain_meaning() {
        ProgramSheet sheet = sheet("{}");
        assertThat(sheet.themes()).isEmpty();
        assertThat(sheet.languages()).isEmpty();
        assertThat(sheet.selection()).isEqualTo(Selection.FIRST_COME);
        assertThat(sheet.relationClass()).isEqualTo(RelationClass.DIRECT_CONTRIBUTION);
        assertThat(sheet.applicationOpens()).isNull();
    }

    @Test
    void the_same_municipality_written_three_ways_is_one() {
        assertThat(sheet("{'municipalities': ['21217', '２１２１７２', '212172']}").municipalities())
                .containsExactly("212172");
    }

    @Test
    void an_unreadable_code_stays_for_the_validation_to_name() {
        assertThat(sheet("{'municipalities': ['飛騨市', '212173']}").municipalities())
                .containsExactly("飛騨市", "212173");
    }

    @Test
    void times_are_those_of_japan() {
        assertThat(sheet("{'applicationCloses': '2026-12-31T15:00:00Z'}").applicationCloses())
                .hasToString("2027-01-01T00:00+09:00");
    }

    @Test
    void a_programs_prefectures_follow_from_its_municipalities() {
        Places two = Places.of(List.of("212172", "194425"), "212172");
        assertThat(two.prefectures()).containsExactly("19", "21");
        assertThat(two.names()).containsExactly("飛騨市", "小菅村", "山梨県", "岐阜県");
    }

    @Test
    void a_prefectures_own_program_belongs_to_it_without_any_municipality() {
        assertThat(Places.of(List.of(), "320005").prefectures()).containsExactly("32");
        assertThat(Places.of(List.of("242161"), "320005").prefectures()).containsExactly("24", "32");
    }

    @Test
    void a_nationwide_program_has_no_place() {
        assertThat(Places.of(List.of(), null)).isEqualTo(new Places(List.of(), List.of()));
    }
}
