package jp.kakawari.kpi.accrual;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Adds up what accrued, per scheme and municipality. */
@ApplicationScoped
class Accruals {
    @Inject
    DataSource database;

    /** Sums since ever; all hidden where they are of too few people. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "AccrualRow")
    record Row(
            @Schema(examples = "hida-fanclub") String scheme,
            @Schema(examples = "212172") String municipality,

            @Schema(description = "決済と返金の件数", nullable = true, examples = "1001")
            Long payments,

            @Schema(description = "決済額の計（円）", nullable = true, examples = "25000")
            Long amount,

            @Schema(description = "還元額の計（円、端数処理なし）", nullable = true, examples = "25.000")
            BigDecimal accrued,

            @Schema(description = "支払い済み（円）", nullable = true, examples = "15")
            Long paidOut,

            boolean suppressed) {}

    List<Row> of(List<String> municipalities, int threshold) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("""
                        select scheme, municipality, sum(payments), sum(amount), sum(accrued), sum(paid_out), min(payers) < ?
                        from accrual where municipality = any(?)
                        group by scheme, municipality order by scheme, municipality
                        """)) {
            query.setInt(1, threshold);
            query.setArray(2, connection.createArrayOf("text", municipalities.toArray()));
            List<Row> rows = new ArrayList<>();
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    rows.add(row(row));
                }
            }
            return rows;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Row row(ResultSet row) throws SQLException {
        boolean few = row.getBoolean(7);
        return new Row(
                row.getString(1),
                row.getString(2),
                few ? null : row.getLong(3),
                few ? null : row.getLong(4),
                few ? null : row.getBigDecimal(5),
                few ? null : row.getLong(6),
                few);
    }
}
