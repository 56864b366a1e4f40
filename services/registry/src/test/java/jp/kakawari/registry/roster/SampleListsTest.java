package jp.kakawari.registry.roster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import jp.kakawari.japan.PersonName;
import jp.kakawari.registry.personal.Personal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lists of three town halls come out as the truth beside them says. */
class SampleListsTest {

    private static final Limits LIMITS = new Limits(10_000_000, 65_536, 200, 1 << 20);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @ParameterizedTest
    @CsvSource({"hida-fanclub, WINDOWS_31J", "kosuge-members, UTF_8_WITH_BOM", "iga-supporters, UTF_8"})
    void asExpected(String list, Encoding encoding) throws IOException {
        JsonNode expected = new ObjectMapper().readTree(sample(list + ".expected.json"));
        Map<String, Entry> members = new LinkedHashMap<>();
        Map<String, Integer> rejected = new HashMap<>();
        int rows = 0;
        int superseded = 0;
        try (Roster roster = new Roster(Format.CSV, sample(list + ".csv"), Columns.SUPPORTERS, Map.of(), LIMITS)) {
            EntryReader reader = new EntryReader(roster.header(), TODAY);
            for (Row row = roster.next(); row != null; row = roster.next(), rows++) {
                Reading reading = reader.read(row);
                if (reading.entry() == null) {
                    assertThat(reading.reasons()).hasSize(1);
                    rejected.merge(reading.reasons().getFirst().code(), 1, Integer::sum);
                } else if (members.put(reading.entry().memberNumber(), reading.entry()) != null) {
                    superseded++;
                }
            }
            assertThat(roster.encoding()).isEqualTo(encoding);
            assertThat(roster.header().columns()).doesNotContainNull();
        }
        assertThat(rows).isEqualTo(expected.get("rows").asInt());
        assertThat(members).hasSize(expected.get("valid").asInt());
        assertThat(superseded).isEqualTo(expected.get("changedAgain").asInt());
        assertThat(rejected).isEqualTo(counts(expected.get("rejected")));
        assertThat(members.values().stream().filter(Entry::mailConsent).count())
                .isEqualTo(expected.get("supportersWithMailConsent").asInt());
        for (Map.Entry<String, JsonNode> member : expected.get("members").properties()) {
            assertThat(seen(members.get(member.getKey()))).isEqualTo(texts(member.getValue()));
        }
    }

    private static Map<String, String> seen(Entry entry) {
        Personal personal = entry.personal();
        String given = personal.givenName() == null ? "" : personal.givenName();
        return Map.of(
                "birthDate", personal.birthDate().toString(),
                "fullNameWithoutSpaces", PersonName.withoutSpaces(personal.familyName() + given),
                "familyNameKana", personal.familyNameKana(),
                "givenNameKana", personal.givenNameKana(),
                "postalCode", personal.postalCode(),
                "phone", personal.phone(),
                "consentMail", Boolean.toString(entry.mailConsent()));
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new HashMap<>();
        object.properties()
                .forEach(field -> texts.put(field.getKey(), field.getValue().asText()));
        return texts;
    }

    private static Map<String, Integer> counts(JsonNode object) {
        Map<String, Integer> counts = new HashMap<>();
        object.properties()
                .forEach(field -> counts.put(field.getKey(), field.getValue().asInt()));
        assertThat(counts.keySet())
                .isSubsetOf(Set.of(
                        "missingMemberNumber",
                        "missingName",
                        "impossibleBirthDate",
                        "birthDateInFuture",
                        "malformedEmail",
                        "unknownPrefecture",
                        "wrongNumberOfColumns"));
        return counts;
    }

    private static InputStream sample(String name) {
        return SampleListsTest.class.getResourceAsStream("/sample/sync/" + name);
    }
}
