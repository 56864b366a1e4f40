package jp.kakawari.kpi.suppression;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import javax.sql.DataSource;

/** The versions of the suppression rule; the newest one that has come into force counts. */
@ApplicationScoped
public class SuppressionPolicies {
    @Inject
    DataSource database;

    @Inject
    Clock clock;

    public SuppressionPolicy current() {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("""
                        select version, threshold, reporting_since from suppression_policy
                        where valid_from <= ? order by valid_from desc, version desc limit 1
                        """)) {
            query.setObject(1, LocalDate.now(clock));
            var row = query.executeQuery();
            row.next();
            return new SuppressionPolicy(row.getInt(1), row.getInt(2), row.getObject(3, LocalDate.class));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
