package jp.kakawari.acceptance;

import static jp.kakawari.acceptance.MembersJourneyTest.list;
import static jp.kakawari.acceptance.RunningPlatform.actors;
import static jp.kakawari.acceptance.RunningPlatform.at;
import static jp.kakawari.acceptance.RunningPlatform.platform;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.kakawari.embedded.Database;
import jp.kakawari.local.Addresses;
import jp.kakawari.local.Client;
import jp.kakawari.local.Patience;
import jp.kakawari.local.SampleWorld;
import jp.kakawari.local.Service;
import jp.kakawari.local.SupporterLists;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** 実人数 (people) follows what is decided on records of two towns (名寄せ); 延べ (ties) stays. */
@ExtendWith(RunningPlatform.class)
class OnePersonJourneyTest {

    private static final String KATSUURA = "363014";
    private static final String KAMIKATSU = "363022";
    private static final int TIES = 24;

    @Test
    void two_towns_records_count_as_one_person_after_the_merge_and_as_two_after_its_undo() throws Exception {
        new SampleWorld(at(), actors()).joinGovernments(KATSUURA, KAMIKATSU);
        SupporterLists lists = new SupporterLists(at(), actors());
        lists.send(KATSUURA, town("KT", "渡邊 翔", "090-3601-0001"));
        lists.send(KAMIKATSU, town("KM", "渡辺 翔", "090-3601-0002"));
        assertThat(awaitPeople(TIES)).isEqualTo(TIES);

        Client operator = actors().organization("operator");
        URI candidate = Addresses.of(at().registry(), "/v1/duplicate-candidates/%s", candidate());
        URI decision = URI.create(candidate + "/decision");
        operator.post(decision, Map.of("samePerson", true), "\"1\"").expect(200);
        assertThat(awaitPeople(TIES - 1)).isEqualTo(TIES - 1);
        assertThat(figure("ties")).isEqualTo(TIES);

        operator.delete(decision, "\"2\"").expect(200);
        assertThat(awaitPeople(TIES)).isEqualTo(TIES);
        assertThat(figure("ties")).isEqualTo(TIES);
    }

    /** Twelve supporters: one whom another town may know under another spelling, and eleven of whom little is known. */
    private static byte[] town(String prefix, String name, String phone) {
        String known = "%s-0,%s,ワタナベ ショウ,1971-03-04,%s\n".formatted(prefix, name, phone);
        return list(IntStream.rangeClosed(1, TIES / 2 - 1)
                .mapToObj(number -> "%1$s-%2$d,見本 %1$s%2$d,,,\n".formatted(prefix, number))
                .collect(Collectors.joining("", "会員番号,氏名,フリガナ,生年月日,電話番号\n" + known, "")));
    }

    /** The operator isn't told which towns know whom, and other journeys leave candidates too: the database names the pair. */
    private static String candidate() {
        return Patience.until(Objects::nonNull, OnePersonJourneyTest::open);
    }

    private static String open() {
        Database registry = platform().database(Service.REGISTRY);
        try (Connection connection =
                        DriverManager.getConnection(registry.jdbcUrl(), registry.owner(), registry.ownerPassword());
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("""
                        select c.id::text from duplicate_candidate c
                        join tie one on one.supporter in (c.a, c.b) and one.municipality = '%s'
                        join tie other on other.supporter in (c.a, c.b) and other.municipality = '%s'
                        where c.state = 'OPEN'""".formatted(KATSUURA, KAMIKATSU))) {
            return found.next() ? found.getString(1) : null;
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static int awaitPeople(int expected) {
        return Patience.until(people -> people == expected, () -> figure("people"));
    }

    private static int figure(String name) {
        JsonNode row = Kpi.row("level=prefecture&prefecture=36");
        return row.path(name).path("value").asInt(-1);
    }
}
