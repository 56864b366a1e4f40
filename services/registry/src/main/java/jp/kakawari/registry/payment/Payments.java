package jp.kakawari.registry.payment;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import jp.kakawari.registry.payment.Payment.Member;
import jp.kakawari.registry.staging.Sql;

/** All payments of a scheme that one operator told; what a batch costs in queries doesn't depend on its rows. */
@ApplicationScoped
class Payments {

    /** Whose payments. */
    record Till(String scheme, UUID operator) {}

    private final DataSource database;

    Payments(DataSource database) {
        this.database = database;
    }

    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    Map<String, Member> members(String scheme, Collection<String> numbers) {
        Map<String, Member> members = new HashMap<>();
        on(connection -> Sql.list(
                connection, row -> members.put(row.getString(1), member(row, 2)), """
                        select number, id, supporter, municipality, state = 'ACTIVE', joined_on from membership
                        where scheme = ? and number = any(?)""", scheme, List.copyOf(numbers)));
        return members;
    }

    /** By their transactions, with the rule of each. */
    Map<String, Payment> known(Till till, Collection<String> transactions, List<AccrualRule> rules) {
        Map<Integer, AccrualRule> byVersion = new HashMap<>();
        rules.forEach(rule -> byVersion.put(rule.version(), rule));
        Map<String, Payment> known = new HashMap<>();
        on(connection -> Sql.list(
                connection,
                row -> known.put(row.getString(2), payment(row, byVersion.get(row.getInt(11)))),
                """
                        select p.id, p.transaction, p.membership, p.supporter, p.municipality, m.state = 'ACTIVE', m.joined_on,
                               p.paid_on, p.amount, o.transaction, p.rule, p.entry,
                               p.amount + coalesce((select sum(r.amount) from payment r where r.refunds = p.id), 0)
                        from payment p
                        join membership m on m.id = p.membership
                        left join payment o on o.id = p.refunds
                        where p.scheme = ? and p.operator = ? and p.transaction = any(?)""",
                till.scheme(),
                till.operator(),
                List.copyOf(transactions)));
        return known;
    }

    /** Which of these supporters paid before, each with the municipality that got a share. */
    Set<List<Object>> payers(Till till, Collection<Payment> payments) {
        return new HashSet<>(on(connection -> Sql.list(
                connection,
                row -> List.<Object>of(row.getObject(1, UUID.class), row.getString(2)),
                """
                        select distinct supporter, municipality from payment
                        where scheme = ? and operator = ? and supporter = any(?)""",
                till.scheme(),
                till.operator(),
                uuids(
                        connection,
                        payments.stream()
                                .map(one -> one.member().supporter())
                                .distinct()
                                .toList()))));
    }

    void add(Till till, List<Payment> payments) {
        on(connection -> Sql.run(
                connection,
                """
                        insert into payment (id, scheme, operator, transaction, municipality, membership, supporter, paid_on, amount,
                                             refunds, rule, accrued)
                        select p.id, ?, ?, p.transaction, p.municipality, p.membership, p.supporter, p.paid_on, p.amount,
                               nullif(p.refunds, '00000000-0000-0000-0000-000000000000'), p.rule, p.accrued
                        from unnest(?, ?, ?, ?, ?, cast(? as date[]), cast(? as bigint[]), ?, cast(? as int[]),
                                    cast(? as numeric[]))
                            with ordinality as p (id, transaction, municipality, membership, supporter, paid_on, amount, refunds,
                                                  rule, accrued, place)
                        order by p.place""",
                till.scheme(),
                till.operator(),
                uuids(connection, payments.stream().map(Payment::id).toList()),
                payments.stream().map(Payment::transaction).toList(),
                payments.stream().map(one -> one.member().municipality()).toList(),
                uuids(
                        connection,
                        payments.stream().map(one -> one.member().membership()).toList()),
                uuids(
                        connection,
                        payments.stream().map(one -> one.member().supporter()).toList()),
                payments.stream().map(one -> one.paidOn().toString()).toList(),
                payments.stream().map(one -> Long.toString(one.amount())).toList(),
                uuids(connection, payments.stream().map(Payments::refunds).toList()),
                payments.stream()
                        .map(one -> Integer.toString(one.rule().version()))
                        .toList(),
                payments.stream().map(one -> one.accrued().toPlainString()).toList()));
    }

    /** Says which entry of the ledger stands for each purchase now; null: none. */
    void enter(Map<UUID, UUID> entries) {
        List<UUID> purchases = List.copyOf(entries.keySet());
        on(connection -> Sql.run(
                connection,
                """
                        update payment p set entry = nullif(n.entry, '00000000-0000-0000-0000-000000000000')
                        from unnest(?, ?) as n (id, entry) where p.id = n.id""",
                uuids(connection, purchases),
                uuids(
                        connection,
                        purchases.stream().map(one -> orNone(entries.get(one))).toList())));
    }

    private static UUID refunds(Payment payment) {
        return orNone(payment.refunds() == null ? null : payment.refunds().id());
    }

    /** Arrays of the driver hold no nulls of this type. */
    private static UUID orNone(UUID id) {
        return id == null ? new UUID(0, 0) : id;
    }

    private static Member member(ResultSet row, int first) throws SQLException {
        return new Member(
                row.getObject(first, UUID.class),
                row.getObject(first + 1, UUID.class),
                row.getString(first + 2),
                row.getBoolean(first + 3),
                row.getObject(first + 4, LocalDate.class));
    }

    private static Payment payment(ResultSet row, AccrualRule rule) throws SQLException {
        return Payment.known(
                row.getObject(1, UUID.class),
                row.getString(2),
                member(row, 3),
                row.getObject(8, LocalDate.class),
                row.getLong(9),
                row.getString(10),
                rule,
                row.getObject(12, UUID.class),
                row.getLong(13));
    }

    private static java.sql.Array uuids(Connection connection, List<UUID> ids) throws SQLException {
        return connection.createArrayOf("uuid", ids.toArray());
    }

    private <T> T on(Work<T> work) {
        try (Connection connection = database.getConnection()) {
            return work.with(connection);
        } catch (SQLException failed) {
            throw new IllegalStateException("payments can't be booked", failed);
        }
    }
}
