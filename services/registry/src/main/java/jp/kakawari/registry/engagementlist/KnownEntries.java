package jp.kakawari.registry.engagementlist;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.kakawari.registry.staging.Sql;

/** What the ledger holds already of the rows of a chunk: by sets. */
final class KnownEntries {

    /** What the ledger holds under a transaction number, however the municipality told it. */
    record Entry(
            UUID supporter,
            String activity,
            LocalDate occurredOn,
            BigDecimal quantity,
            String unit,
            boolean contactRefused) {

        boolean says(LedgerRow row, UUID member) {
            return supporter.equals(member)
                    && activity.equals(row.activity().name())
                    && occurredOn.equals(row.occurredOn())
                    && (unit == null
                            ? row.unit() == null
                            : row.unit() != null && unit.equals(row.unit().name()))
                    && (quantity == null
                            ? row.quantity() == null
                            : row.quantity() != null && quantity.compareTo(row.quantity()) == 0);
        }
    }

    private final String municipality;

    KnownEntries(String municipality) {
        this.municipality = municipality;
    }

    /** By transaction number. */
    Map<String, Entry> entries(List<String> transactions, Connection connection) throws SQLException {
        Map<String, Entry> entries = HashMap.newHashMap(transactions.size());
        Sql.list(
                connection,
                row -> entries.put(
                        row.getString(1),
                        new Entry(
                                row.getObject(2, UUID.class),
                                row.getString(3),
                                row.getObject(4, LocalDate.class),
                                row.getBigDecimal(5),
                                row.getString(6),
                                row.getBoolean(7))),
                """
                select source_transaction, supporter, activity, occurred_on, quantity, unit, contact_refused
                from engagement
                where municipality = ? and source_system in ('list', 'municipality') and source_transaction = any(?)""",
                municipality,
                transactions);
        return entries;
    }
}
