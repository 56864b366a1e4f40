package jp.kakawari.registry.donation;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import jp.kakawari.contracts.Activity;
import jp.kakawari.contracts.registry.EngagementRecorded.Unit;
import jp.kakawari.registry.engagement.Fact;
import jp.kakawari.registry.engagement.Ledger;
import jp.kakawari.registry.engagement.TransactionDiffers;
import jp.kakawari.web.InvalidBody;

/** Money that somebody gives (支援金): an entry of the ledger, and for what it is. */
@ApplicationScoped
public class Supports {

    private final Ledger ledger;
    private final EntityManager database;

    Supports(Ledger ledger, EntityManager database) {
        this.ledger = ledger;
        this.database = database;
    }

    /**
     * Money for something.
     *
     * @param type of the donation, or SUBSCRIPTION
     * @param project for which it is, or null
     * @param subscription of which it is a payment, or null
     */
    public record Support(
            String municipality,
            UUID supporter,
            Activity activity,
            String type,
            long yen,
            LocalDate day,
            String project,
            UUID subscription,
            String transaction) {}

    /** Once for each transaction; something else under the same one is refused. */
    @Transactional(MANDATORY)
    public Ledger.Entered record(Support support, UUID by) {
        Ledger.Entered entered = ledger.enter(Fact.attested(
                support.supporter(),
                support.municipality(),
                support.activity(),
                support.day(),
                BigDecimal.valueOf(support.yen()),
                Unit.YEN,
                Ledger.MUNICIPALITY,
                support.transaction(),
                by));
        if (!add(entered.view().id(), support)) {
            mustBe(entered.view().id(), support);
        }
        return entered;
    }

    /** Who gave under that transaction, if it was told before: whatever has become of tie and project, it is known. */
    public Optional<UUID> giver(String municipality, String transaction) {
        List<?> found = database.createNativeQuery("""
                        select s.supporter from engagement e join support s on s.engagement = e.id
                        where e.municipality = :municipality and e.source_system = :source
                          and e.source_transaction = :transaction
                        """)
                .setParameter("municipality", municipality)
                .setParameter("source", Ledger.MUNICIPALITY)
                .setParameter("transaction", transaction)
                .getResultList();
        return found.stream().map(UUID.class::cast).findFirst();
    }

    /** Refuses what is no open project of the municipality; null is none. */
    public void mustTakeDonations(String municipality, String project) {
        if (project != null
                && database.createNativeQuery("""
                                select code from donation_project
                                where municipality = :municipality and code = :code and state = 'OPEN'
                                """)
                        .setParameter("municipality", municipality)
                        .setParameter("code", project)
                        .getResultList()
                        .isEmpty()) {
            throw new InvalidBody().at("/project", "is no open project of yours", "募集中の寄附プロジェクトではありません");
        }
    }

    private boolean add(UUID entry, Support support) {
        return database.createNativeQuery("""
                        insert into support (engagement, municipality, supporter, type, yen, project, subscription)
                        values (:entry, :municipality, :supporter, :type, :yen, nullif(:project, ''),
                                cast(nullif(:subscription, '') as uuid))
                        on conflict do nothing
                        """)
                        .setParameter("entry", entry)
                        .setParameter("municipality", support.municipality())
                        .setParameter("supporter", support.supporter())
                        .setParameter("type", support.type())
                        .setParameter("yen", support.yen())
                        .setParameter("project", support.project() == null ? "" : support.project())
                        .setParameter("subscription", Objects.toString(support.subscription(), ""))
                        .executeUpdate()
                > 0;
    }

    private void mustBe(UUID entry, Support support) {
        List<?> rows = database.createNativeQuery(
                        "select type, project, cast(subscription as text) from support where engagement = :entry")
                .setParameter("entry", entry)
                .getResultList();
        Object[] known = (Object[]) rows.getFirst();
        if (!known[0].equals(support.type())
                || !Objects.equals(known[1], support.project())
                || !Objects.equals(known[2], text(support.subscription()))) {
            throw new TransactionDiffers();
        }
    }

    private static String text(UUID id) {
        return id == null ? null : id.toString();
    }
}
