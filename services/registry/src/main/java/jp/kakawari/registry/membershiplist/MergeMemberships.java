package jp.kakawari.registry.membershiplist;

import java.sql.Array;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import jp.kakawari.contracts.registry.MembershipChanged.Ending;
import jp.kakawari.registry.staging.Merging;
import jp.kakawari.registry.staging.Outcome;
import jp.kakawari.registry.staging.Sql;
import jp.kakawari.registry.staging.StagedChunk;

/**
 * Merges one chunk of memberships set by set: what ends makes room for what begins. Sets go to the statements as arrays of
 * keys, so that each is answered by an index, whatever the planner knows of the tables.
 */
final class MergeMemberships {

    private static final String SERIALIZATION_FAILURE = "40001";

    private final StagedChunk chunk;
    private final Merging merging;

    MergeMemberships(StagedChunk chunk, Merging merging) {
        this.chunk = chunk;
        this.merging = merging;
    }

    void run() throws SQLException {
        List<StagedRow> known = chunk.number() == 0 ? List.of() : StagedRow.of(chunk);
        if (known.isEmpty()) {
            return;
        }
        new LeaveOutMeanwhile(chunk).run(known);
        List<StagedRow> rows = StagedRow.of(chunk);
        Set<UUID> told = new TreeSet<>();
        told.addAll(endReplaced(rows));
        told.addAll(endMissing(rows));
        told.addAll(change());
        told.addAll(create(rows));
        noteAgreed();
        tell(told);
    }

    /** A new card takes the place of an old one. */
    private List<UUID> endReplaced(List<StagedRow> rows) throws SQLException {
        return end(StagedRow.each(rows, StagedRow::replacesOne, StagedRow::replaces), Ending.REPLACED);
    }

    private List<UUID> endMissing(List<StagedRow> rows) throws SQLException {
        return end(StagedRow.each(rows, row -> row.outcome() == Outcome.ENDED, StagedRow::id), Ending.NOT_LISTED);
    }

    private List<UUID> end(Set<UUID> memberships, Ending because) throws SQLException {
        return memberships.isEmpty()
                ? List.of()
                : Sql.list(
                        chunk.connection(),
                        row -> row.getObject(1, UUID.class),
                        """
                        update membership
                        set state = 'ENDED', ended_on = greatest(joined_on, ?), ended_because = ?,
                            listed_hash = null, listed_changes = changes_here,
                            revision = revision + 1, updated_at = now()
                        where id = any(?) and state = 'ACTIVE'
                        returning id""",
                        merging.today(),
                        because.name(),
                        ids(memberships));
    }

    private List<UUID> change() throws SQLException {
        return chunk.list(row -> row.getObject(1, UUID.class), """
                with r as (select * from sync_membership_row where job = ? and chunk = ? and outcome = 'CHANGED')
                update membership m
                set policy = coalesce(r.policy, m.policy), tier = coalesce(r.tier, m.tier), joined_on = r.joined_on,
                    valid_until = r.valid_until, state = r.state, ended_on = r.ended_on, ended_because = r.ended_because,
                    listed_hash = r.told, listed_changes = m.changes_here, revision = m.revision + 1, updated_at = now()
                from r where m.id = r.id
                returning m.id""");
    }

    /** Of two municipalities that give out one number at one instant, the second one looks again. */
    private List<UUID> create(List<StagedRow> rows) throws SQLException {
        List<UUID> created = chunk.list(row -> row.getObject(1, UUID.class), """
                with r as (select * from sync_membership_row where job = ? and chunk = ? and outcome = 'CREATED')
                insert into membership (id, municipality, scheme, supporter, number, policy, tier, joined_on, valid_until,
                                        state, ended_on, ended_because, source, listed_hash, listed_changes)
                select id, ?, scheme, supporter, number, policy, tier, joined_on, valid_until, state, ended_on,
                       ended_because, 'list', told, 0
                from r order by line
                on conflict do nothing
                returning id""", chunk.municipality());
        if (created.size()
                < StagedRow.each(rows, row -> row.outcome() == Outcome.CREATED, StagedRow::id)
                        .size()) {
            throw new SQLTransactionRollbackException("taken at the same instant", SERIALIZATION_FAILURE);
        }
        return created;
    }

    /**
     * What stands is left as it is, its revision too; the next row that says the same is known for it. Of what was erased or
     * handed over meanwhile nothing is noted.
     */
    private void noteAgreed() throws SQLException {
        chunk.run("""
                with r as (select * from sync_membership_row where job = ? and chunk = ? and outcome = 'UNCHANGED')
                update membership m
                set listed_hash = r.told, listed_changes = coalesce(r.changes, m.listed_changes)
                from r where m.id = r.id and m.municipality = ? and m.ended_because is distinct from 'ERASED'""", chunk.municipality());
    }

    private void tell(Collection<UUID> memberships) throws SQLException {
        Sql.run(chunk.connection(), """
                insert into outbox (topic, key, ce_type, body)
                select 'registry.membership.v1', string_agg(id::text, E'\\n' order by id),
                       'jp.kakawari.registry.membership-changed.v1', string_agg(body::text, E'\\n' order by id)
                from membership_state where id = any(?) having count(*) > 0""", ids(memberships));
    }

    private Array ids(Collection<UUID> ids) throws SQLException {
        return chunk.connection().createArrayOf("uuid", ids.toArray());
    }
}
