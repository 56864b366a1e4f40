package jp.kakawari.kpi.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import jp.kakawari.kpi.period.Period;
import jp.kakawari.kpi.suppression.SuppressionPolicies;

/** Campaigns that had gone to all within a period, summed by kind (配信・アンケートの実績). */
@ApplicationScoped
class Deliveries {
    @Inject
    DataSource database;

    @Inject
    SuppressionPolicies policies;

    List<DeliverySum> of(String municipality, Period period) {
        int threshold = policies.current().threshold();
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("""
                        select kind, count(*), sum(sent), sum(answered) from delivery
                        where municipality = ? and sent_on >= ? and sent_on < ? group by kind order by kind
                        """)) {
            query.setString(1, municipality);
            query.setObject(2, period.from());
            query.setObject(3, period.until());
            var row = query.executeQuery();
            List<DeliverySum> sums = new ArrayList<>();
            while (row.next()) {
                sums.add(DeliverySum.of(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4), threshold));
            }
            return sums;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
