package jp.kakawari.registry.sync;

import static jp.kakawari.registry.sync.ListSender.IGA;
import static jp.kakawari.registry.sync.ListSender.progress;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.registry.TestSchemes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whatever list of memberships comes, with numbers and members repeated within it, over chunks and after a snapshot: sent
 * twice it changes nothing the second time, and nobody holds two memberships or another's number.
 */
@QuarkusTest
@WithTestResource(PartsResource.class)
class MembershipsTwiceTest {

    private static final int MEMBERS = 60;

    @Inject
    SyncTables tables;

    private final ListSender members = IGA.memberships();

    @BeforeEach
    void listed() {
        IGA.sync(IntStream.rangeClosed(1, MEMBERS)
                .mapToObj(number -> "TW-%d,会員%d\n".formatted(number, number))
                .collect(Collectors.joining("", "会員番号,氏名\n", "")));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 10, 8",
        "2, 60, 40",
        "3, 200, 60",
        "4, 300, 300",
        "5, 5000, 120",
        "6, 400, 150",
        "7, 1000, 70",
        "8, 2500, 400"
    })
    void anyListSentTwiceIsSentOnce(long seed, int rows, int numbers) throws SQLException {
        String scheme = "tw-" + seed;
        TestSchemes.run("iga", scheme, "二度の会" + seed, IGA.municipality());
        RandomGenerator random = RandomGeneratorFactory.getDefault().create(seed);
        for (String query :
                List.of("scheme=" + scheme, "mode=SNAPSHOT&endAtMost=100&scheme=" + scheme, "scheme=" + scheme)) {
            String list = anyList(random, rows, numbers, "TW" + seed + "-");
            Map<String, Object> first = progress(members.sync(list, query));
            assertThat(((Number) first.get("created")).longValue()
                            + ((Number) first.get("changed")).longValue()
                            + ((Number) first.get("unchanged")).longValue()
                            + ((Number) first.get("superseded")).longValue()
                            + ((Number) first.get("rejected")).longValue())
                    .isEqualTo(rows);
            long events = tables.events();
            List<String> standing = standing(scheme);
            Map<String, Object> again = progress(members.sync(list, query));
            assertThat(again)
                    .as("%s then %s", first, again)
                    .containsEntry("created", 0)
                    .containsEntry("changed", 0)
                    .containsEntry("ended", 0);
            assertThat(tables.events()).isEqualTo(events);
            assertThat(standing(scheme)).isEqualTo(standing);
            assertThat(tables.staged()).isZero();
            nobodyHoldsTwo(scheme);
        }
    }

    /** Mostly a number of one's own, now and then somebody else's or one of nobody. */
    private static String anyList(RandomGenerator random, int rows, int numbers, String prefix) {
        String[] states = {"", "", "有効", "有効", "退会", "休止", "？"};
        String[] tiers = {"", "一般会員", "platinum", "金色"};
        String[] until = {"", "2027/3/31", "無期限", "R8.3.31"};
        String[] joined = {"", "2026-04-01", "R7.4.1"};
        StringBuilder list = new StringBuilder("会員番号,会員証番号,会員種別,入会日,有効期限,状態\n");
        for (int row = 0; row < rows; row++) {
            int number = random.nextInt(numbers);
            int member = random.nextInt(8) == 0 ? 1 + random.nextInt(MEMBERS + 2) : 1 + number % MEMBERS;
            list.append("TW-%d,%s%d,%s,%s,%s,%s\n"
                    .formatted(
                            member,
                            prefix,
                            number,
                            tiers[random.nextInt(random.nextInt(4) == 0 ? 4 : 3)],
                            joined[random.nextInt(joined.length)],
                            until[random.nextInt(until.length)],
                            states[random.nextInt(random.nextInt(6) == 0 ? 7 : 6)]));
        }
        return list.toString();
    }

    private List<String> standing(String scheme) throws SQLException {
        return tables.list(row -> row.getString(1), """
                select concat_ws(' ', number, supporter, policy, tier, joined_on, valid_until, state, ended_on, ended_because, revision)
                from membership where scheme = ? order by number""", scheme);
    }

    private void nobodyHoldsTwo(String scheme) throws SQLException {
        assertThat(tables.list(row -> row.getString(1), """
                        select supporter::text from membership where scheme = ? and state = 'ACTIVE'
                        group by supporter having count(*) > 1""", scheme)).isEmpty();
    }
}
