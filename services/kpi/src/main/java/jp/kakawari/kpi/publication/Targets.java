package jp.kakawari.kpi.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The State's targets and, for the acting governments, how many act here. */
@ApplicationScoped
class Targets {
    private static final String ALL = """
            select target.*, case when id = 'acting-governments' then (
                select count(distinct host_government) from program
                where program.state <> 'REMOVED' and not exists (
                    select from organization
                    where government = host_government and organization.state <> 'ACTIVE')) end as observed
            from target order by id
            """;

    @Inject
    DataSource database;

    List<Target> all() {
        List<Target> targets = new ArrayList<>();
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(ALL);
                var row = query.executeQuery()) {
            while (row.next()) {
                targets.add(read(row));
            }
            return targets;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Target read(ResultSet row) throws SQLException {
        long baseline = row.getLong("baseline");
        long target = row.getLong("target");
        return new Target(
                row.getString("id"),
                row.getString("title_ja"),
                row.getString("title_en"),
                baseline,
                row.getString("baseline_at"),
                target,
                row.getString("target_at"),
                Target.remaining(baseline, target),
                Target.achieved(baseline, target),
                row.getString("source"),
                observed(row.getObject("observed", Long.class)));
    }

    private static Target.Observed observed(Long count) {
        return count == null
                ? null
                : new Target.Observed(
                        count,
                        "受入プログラムを公開したことのある、活動中の会員団体である地方公共団体の数",
                        "Governments that have published a program here and are not suspended as members");
    }
}
