package jp.kakawari.registry.duplicate;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import jp.kakawari.registry.likeness.Reason;
import jp.kakawari.registry.person.Pair;

/** Two records that may be one person (名寄せの候補). */
record Candidate(
        UUID id,
        long revision,
        Pair pair,
        State state,
        BigDecimal confidence,
        List<Reason> reasons,
        Instant decidedAt) {

    static final String COLUMNS = "c.id, c.revision, c.a, c.b, c.state, c.confidence, c.reasons, c.decided_at";

    static Candidate of(Object[] row) {
        return new Candidate(
                (UUID) row[0],
                (Long) row[1],
                new Pair((UUID) row[2], (UUID) row[3]),
                State.valueOf((String) row[4]),
                (BigDecimal) row[5],
                Arrays.stream((String[]) row[6]).map(Reason::valueOf).toList(),
                (Instant) row[7]);
    }
}
