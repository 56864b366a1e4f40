package jp.kakawari.registry.membership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import jp.kakawari.web.Caller;
import jp.kakawari.web.JapanTime;
import jp.kakawari.web.PageRequest;
import jp.kakawari.web.Roles;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What happened to memberships and who did it (履歴). */
@ApplicationScoped
class MembershipHistory {

    enum Action {
        APPLIED,
        JOINED,
        APPROVED,
        REJECTED,
        RENEWED,
        WITHDREW,
        CONSENTED,
        HANDED_OVER,
        SCHEME_CLOSED,
        TIER_BY_RULE,
        TIER_BY_HAND,
        MOVED,
        BENEFIT_GIVEN,
        BENEFIT_TAKEN_BACK
    }

    /** Why a tier was set by hand: a code, so that nothing is written about a person. */
    enum Reason {
        /** 積極的な関与 */
        CONTRIBUTION,
        /** 誤りの訂正 */
        CORRECTION,
        /** 協議による */
        AGREEMENT,
        /** その他 */
        OTHER
    }

    /** Something that happened. */
    @Schema(name = "MembershipEvent", description = "会員の履歴")
    record Entry(
            UUID id,
            @Schema(examples = "2026-11-21T10:00:00+09:00") OffsetDateTime at,
            @Schema(examples = "JOINED") Action action,

            @Schema(description = "PERSON 本人, ORGANIZATION 団体, RULE 規約による自動判定", examples = "PERSON")
            String doneBy,

            UUID organization,
            @Schema(description = "規約の版", examples = "1") int policy,
            @Schema(examples = "regular") String tierBefore,
            @Schema(examples = "platinum") String tierAfter,
            Reason reason) {}

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final EntityManager database;

    MembershipHistory(EntityManager database) {
        this.database = database;
    }

    void add(Membership membership, Action action, Caller caller) {
        add(membership, action, caller, null, null);
    }

    void add(Membership membership, Action action, Caller caller, String tierBefore, Reason reason) {
        boolean person = caller.is(Roles.SUPPORTER);
        database.createNativeQuery("""
                        insert into membership_history (membership, action, done_by, organization, policy, tier_before, tier_after,
                                                        reason)
                        values (:membership, :action, :by, cast(nullif(:organization, '') as uuid), :policy, nullif(:before, ''),
                                :after, nullif(:reason, ''))
                        """)
                .setParameter("membership", membership.id())
                .setParameter("action", action.name())
                .setParameter("by", person ? "PERSON" : "ORGANIZATION")
                .setParameter(
                        "organization",
                        person ? "" : caller.organization().map(UUID::toString).orElse(""))
                .setParameter("policy", membership.policy())
                .setParameter("before", tierBefore == null ? "" : tierBefore)
                .setParameter("after", membership.tier())
                .setParameter("reason", reason == null ? "" : reason.name())
                .executeUpdate();
    }

    /** One entry more than the page shows, the oldest first. */
    List<Entry> page(UUID membership, PageRequest page) {
        UUID after = page.after().map(cursor -> cursor.uuid(0)).orElse(BEFORE_ALL);
        Query query = database.createNativeQuery("""
                        select id, at, action, done_by, organization, policy, tier_before, tier_after, reason
                        from membership_history
                        where membership = :membership and id > :after
                        order by id limit :fetch
                        """)
                .setParameter("membership", membership)
                .setParameter("after", after)
                .setParameter("fetch", page.fetch());
        List<?> rows = query.getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(MembershipHistory::entry)
                .toList();
    }

    long count(UUID membership) {
        return ((Number) database.createNativeQuery(
                                "select count(*) from membership_history where membership = :membership")
                        .setParameter("membership", membership)
                        .getSingleResult())
                .longValue();
    }

    private static Entry entry(Object[] row) {
        return new Entry(
                (UUID) row[0],
                JapanTime.of((Instant) row[1]),
                Action.valueOf((String) row[2]),
                (String) row[3],
                (UUID) row[4],
                (Integer) row[5],
                (String) row[6],
                (String) row[7],
                row[8] == null ? null : Reason.valueOf((String) row[8]));
    }
}
