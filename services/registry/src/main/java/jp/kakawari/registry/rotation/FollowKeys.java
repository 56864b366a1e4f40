package jp.kakawari.registry.rotation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;
import jp.kakawari.registry.personal.BlindIndex;
import jp.kakawari.registry.personal.KeyChange;
import jp.kakawari.registry.personal.PersonalData;

/**
 * Looks after changes of keys in the background, one replica at a time. While a newer key is only announced nothing moves:
 * replicas of both kinds may be up. {@code kakawari.keys.remaining} says when an older key can go.
 */
@ApplicationScoped
class FollowKeys {

    static final String KEYS = "kakawari keys";

    private final DataSource database;
    private final PersonalData personalData;
    private final BlindIndex index;
    private final ResealPersonalData resealing;
    private final RenewIndexes indexing;
    private final RenewFingerprints fingerprints;
    private volatile double sealed = Double.NaN;
    private volatile double indexed = Double.NaN;

    FollowKeys(
            DataSource database,
            PersonalData personalData,
            BlindIndex index,
            ResealPersonalData resealing,
            RenewIndexes indexing,
            RenewFingerprints fingerprints,
            MeterRegistry meters) {
        this.database = database;
        this.personalData = personalData;
        this.index = index;
        this.resealing = resealing;
        this.indexing = indexing;
        this.fingerprints = fingerprints;
        register(meters);
    }

    private void register(MeterRegistry meters) {
        String told =
                "Values that the first key has not made; the older ones can go at 0; NaN where another replica counts";
        Gauge.builder("kakawari.keys.remaining", () -> sealed)
                .tag("of", "sealed")
                .description(told)
                .register(meters);
        Gauge.builder("kakawari.keys.remaining", () -> indexed)
                .tag("of", "indexed")
                .description(told)
                .register(meters);
    }

    @Scheduled(
            every = "${kakawari.registry.keys-followed-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void follow() throws SQLException {
        try (OneReplica alone = OneReplica.take(database, KEYS).orElse(null)) {
            if (alone == null) {
                sealed = Double.NaN;
                indexed = Double.NaN;
                return;
            }
            if (personalData.change() == KeyChange.RUNNING) {
                resealing.run();
            }
            if (index.change() == KeyChange.RUNNING) {
                indexing.run();
                fingerprints.run();
            }
            sealed = personalData.change() == KeyChange.NONE ? 0 : resealing.remaining();
            indexed = index.change() == KeyChange.NONE ? 0 : indexing.remaining() + fingerprints.remaining();
            if (personalData.change() != KeyChange.NONE || index.change() != KeyChange.NONE) {
                Log.infof("keys: %.0f sealed and %.0f indexed values are left to older ones", sealed, indexed);
            }
        }
    }
}
