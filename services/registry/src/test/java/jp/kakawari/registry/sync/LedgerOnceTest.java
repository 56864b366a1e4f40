package jp.kakawari.registry.sync;

import static jp.kakawari.registry.sync.ListSender.IGA;
import static jp.kakawari.registry.sync.ListSender.progress;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.kakawari.embedded.PartsResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whatever list comes, repeated within itself, over chunks and as a whole: each transaction is one entry, the first that
 * told it counts, and the ledger's sum is the sum of its distinct transactions.
 */
@QuarkusTest
@WithTestResource(PartsResource.class)
class LedgerOnceTest {

    private static final int MEMBERS = 20;

    @Inject
    SyncTables tables;

    /** What the ledger must hold, and what must be reported of each list. */
    private static final class Model {

        private final Map<String, String> ledger = new HashMap<>();
        private long created;
        private long unchanged;
        private long rejected;

        void tell(String transaction, String member, int amount) {
            String content = member + " " + amount;
            if (Integer.parseInt(member) > MEMBERS) {
                rejected++;
            } else if (ledger.putIfAbsent(transaction, content) == null) {
                created++;
            } else if (ledger.get(transaction).equals(content)) {
                unchanged++;
            } else {
                rejected++;
            }
        }

        long sum() {
            return ledger.values().stream()
                    .mapToLong(content -> Long.parseLong(content.split(" ")[1]))
                    .sum();
        }

        void nextList() {
            created = 0;
            unchanged = 0;
            rejected = 0;
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 12, 5", "2, 40, 10", "3, 100, 30", "4, 300, 300", "5, 5000, 1500"})
    void any_list_is_told_once(long seed, int rows, int transactions) throws SQLException {
        members();
        RandomGenerator random = RandomGeneratorFactory.getDefault().create(seed);
        String prefix = "ON" + seed + "-";
        Model model = new Model();
        for (int list = 0; list < 3; list++) {
            StringBuilder file = new StringBuilder("取引番号,会員番号,日付,活動,金額\n");
            model.nextList();
            for (int row = 0; row < rows; row++) {
                String transaction = prefix + random.nextInt(transactions);
                String member = Integer.toString(1 + random.nextInt(MEMBERS + 1));
                int amount = 100 * random.nextInt(1, 3);
                model.tell(transaction, member, amount);
                file.append("%s,ON-%s,2026-11-03,寄附,%d\n".formatted(transaction, member, amount));
            }
            mustBe(model, IGA.ledger().sync(file.toString()), prefix);
            long events = tables.events();
            Map<String, Object> again = progress(IGA.ledger().sync(file.toString()));
            assertThat(again).containsEntry("created", 0).containsEntry("changed", 0);
            assertThat(again.get("rejected")).isEqualTo((int) model.rejected);
            assertThat(tables.events()).isEqualTo(events);
            assertThat(ledger(prefix)).isEqualTo(model.ledger.size() + " " + model.sum());
        }
        assertThat(tables.count("""
                        select count(*) from tie t where municipality = '242161' and source_id like 'ON-%'
                        and last_active_on is distinct from
                            (select max(occurred_on) from engagement e where e.supporter = t.supporter)""")).isZero();
    }

    @Test
    void a_number_told_in_two_spellings_is_one() throws SQLException {
        members();
        IGA.ledger().sync("取引番号,会員番号,日付,活動,金額\nＯＮ－Ｗ１,ON-1,2026-11-03,寄附,100\nON-W1,ＯＮ－１,R8.11.3,ふるさと納税,100円\n");
        assertThat(ledger("ON-W")).isEqualTo("1 100");
    }

    private void mustBe(Model model, Map<String, Object> report, String prefix) throws SQLException {
        assertThat(progress(report))
                .containsEntry("created", (int) model.created)
                .containsEntry("unchanged", (int) model.unchanged)
                .containsEntry("rejected", (int) model.rejected);
        assertThat(ledger(prefix)).isEqualTo(model.ledger.size() + " " + model.sum());
    }

    private String ledger(String prefix) throws SQLException {
        return tables.list(row -> row.getLong(1) + " " + row.getLong(2), """
                        select count(*), sum(quantity) from engagement
                        where municipality = '242161' and source_transaction like ? || '%'""", prefix)
                .getFirst();
    }

    private static void members() {
        IGA.sync(IntStream.rangeClosed(1, MEMBERS)
                .mapToObj(number -> "ON-" + number + ",清水\n")
                .collect(Collectors.joining("", "会員番号,氏名\n", "")));
    }
}
