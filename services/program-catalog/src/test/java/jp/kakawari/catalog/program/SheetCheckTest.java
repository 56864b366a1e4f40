package jp.kakawari.catalog.program;

import static jp.kakawari.catalog.program.Sheets.sheet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jp.kakawari.japan.LocalGovernmentCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SheetCheckTest {

    private static final UUID ID = UUID.randomUUID();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'municipalities': ['212172', '194425']} |
            {'municipalities': []} | /municipalities
            {'municipalities': ['194425']} | /municipalities
            {'municipalities': ['212172', '212173']} | /municipalities/1
            {'municipalities': ['212172', '210005']} | /municipalities/1
            {'relationClass': 'EXCHANGE'} | /relationClass
            {'activity': 'FAMILY_CARE'} | /relationClass
            {'activity': 'FAMILY_CARE', 'relationClass': 'EXCHANGE'} |
            {'capacity': 3, 'minimum': 3} |
            {'capacity': 3, 'minimum': 4} | /minimum
            {'minimum': 4} |
            {'startsOn': '2027-01-15', 'endsOn': '2027-01-15'} |
            {'startsOn': '2027-01-15', 'endsOn': '2027-01-14'} | /endsOn
            {'applicationOpens': '2027-01-15T00:00:00+09:00', 'applicationCloses': '2027-01-14T15:00:00Z'} | /applicationCloses
            """)
    void a_municipality_may_say_this_and_not_that(String differences, String flaw) {
        assertThat(flaws(differences, Host.government(ID, new LocalGovernmentCode("212172"))))
                .isEqualTo(listOf(flaw));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            210005 | {'municipalities': []} |
            210005 | {'municipalities': ['212172', '194425']} |
            190004 | {'municipalities': ['212172']} | /municipalities
            """)
    void a_prefecture_speaks_for_itself_and_with_its_municipalities(String host, String differences, String flaw) {
        assertThat(flaws(differences, Host.government(ID, new LocalGovernmentCode(host))))
                .isEqualTo(listOf(flaw));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SECRETARIAT | {'municipalities': []} |
            INTERMEDIARY | {'municipalities': []} |
            INTERMEDIARY | {'municipalities': ['194425']} |
            """)
    void who_is_no_government_may_speak_for_the_nation(Host.Kind kind, String differences, String flaw) {
        assertThat(flaws(differences, Host.organization(ID, kind))).isEqualTo(listOf(flaw));
    }

    private static List<String> listOf(String flaw) {
        return flaw == null ? List.of() : List.of(flaw);
    }

    private static List<String> flaws(String differences, Host host) {
        List<String> pointers = new ArrayList<>();
        SheetCheck.rules(sheet(differences), host, new SheetCheck.Flaws() {
            @Override
            void at(String pointer, String en, String ja) {
                pointers.add(pointer);
            }
        });
        return pointers;
    }
}
