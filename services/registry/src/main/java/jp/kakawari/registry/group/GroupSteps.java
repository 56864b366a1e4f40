package jp.kakawari.registry.group;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.kakawari.web.Caller;
import jp.kakawari.web.JapanTime;
import jp.kakawari.web.NotYours;

/** Who dissolved and restored groups (グループの履歴). */
@ApplicationScoped
class GroupSteps {

    private static final int SHOWN = 50;

    private final EntityManager database;
    private final Caller caller;
    private final Clock clock;

    GroupSteps(EntityManager database, Caller caller, Clock clock) {
        this.database = database;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional(MANDATORY)
    void add(String group, GroupStep.Action action, String reason) {
        database.createNativeQuery("""
                        insert into organization_group_step (group_code, at, action, reason, organization, subject)
                        values (:group, :at, :action, :reason, :organization, :subject)
                        """)
                .setParameter("group", group)
                .setParameter("at", clock.instant())
                .setParameter("action", action.name())
                .setParameter("reason", reason)
                .setParameter("organization", caller.organization().orElseThrow(NotYours::new))
                .setParameter("subject", caller.subject())
                .executeUpdate();
    }

    /** The latest first. */
    List<GroupStep> of(String group) {
        List<?> rows = database.createNativeQuery("""
                        select at, action, reason, organization from organization_group_step
                        where group_code = :group order by id desc limit :shown
                        """)
                .setParameter("group", group)
                .setParameter("shown", SHOWN)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new GroupStep(
                        JapanTime.of((Instant) row[0]),
                        GroupStep.Action.valueOf((String) row[1]),
                        (String) row[2],
                        (UUID) row[3]))
                .toList();
    }
}
