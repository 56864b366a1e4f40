package jp.kakawari.registry.stage;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Date;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import jp.kakawari.contracts.Stage;

/** The versions of the stage policy; a new row decides from its first valid day, without a deployment. */
@ApplicationScoped
public class StagePolicies {

    private final EntityManager database;
    private final ObjectMapper json;
    private final Clock clock;

    StagePolicies(EntityManager database, ObjectMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /** The policy that decides today. */
    public StagePolicy current() {
        Object[] row = (Object[]) database.createNativeQuery("""
                        select version, cast(rules as text) from stage_policy
                        where valid_from <= :today order by version desc limit 1
                        """)
                .setParameter("today", LocalDate.now(clock))
                .getSingleResult();
        Rules rules = read((String) row[1]);
        return new StagePolicy((Integer) row[0], rules.months, rules.atLeast);
    }

    /** The newest version, held against others who decide. */
    @Transactional(MANDATORY)
    StagePolicyView hold() {
        database.createNativeQuery("select pg_advisory_xact_lock(hashtextextended('stage policy', 0))")
                .getSingleResult();
        return all().getLast();
    }

    /** The oldest first. */
    List<StagePolicyView> all() {
        List<?> rows = database.createNativeQuery(
                        "select version, valid_from, cast(rules as text), decided_by from stage_policy order by version")
                .getResultList();
        return rows.stream().map(Object[].class::cast).map(this::view).toList();
    }

    @Transactional(MANDATORY)
    void add(StagePolicyView policy, Instant now) {
        database.createNativeQuery("""
                        insert into stage_policy (version, valid_from, rules, decided_by, decided_at)
                        values (:version, :from, cast(:rules as jsonb), :by, :now)
                        """)
                .setParameter("version", policy.version())
                .setParameter("from", policy.validFrom())
                .setParameter("rules", write(new Rules(policy.months(), policy.atLeast())))
                .setParameter("by", policy.decidedBy())
                .setParameter("now", now)
                .executeUpdate();
    }

    private StagePolicyView view(Object[] row) {
        Rules rules = read((String) row[2]);
        return new StagePolicyView(
                (Integer) row[0], date(row[1]), rules.months, new TreeMap<>(rules.atLeast), (UUID) row[3]);
    }

    private static LocalDate date(Object day) {
        return day instanceof Date sql ? sql.toLocalDate() : (LocalDate) day;
    }

    private String write(Rules rules) {
        try {
            return json.writeValueAsString(rules);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Rules read(String rules) {
        try {
            return json.readValue(rules, Rules.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("stage_policy.rules can't be read: " + rules, broken);
        }
    }

    private record Rules(int months, Map<Stage, Integer> atLeast) {}
}
