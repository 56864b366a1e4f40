package jp.kakawari.registry.stage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
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

    private Rules read(String rules) {
        try {
            return json.readValue(rules, Rules.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("stage_policy.rules can't be read: " + rules, broken);
        }
    }

    private record Rules(int months, Map<Stage, Integer> atLeast) {}
}
