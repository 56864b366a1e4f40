package jp.kakawari.registry.supporterlist;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import jp.kakawari.registry.roster.Columns;
import jp.kakawari.registry.roster.Header;
import jp.kakawari.registry.staging.ListKind;
import jp.kakawari.registry.staging.Merging;
import jp.kakawari.registry.staging.Seals;
import jp.kakawari.registry.staging.Sql;
import jp.kakawari.registry.staging.StagedChunk;
import jp.kakawari.registry.staging.Task;

/**
 * Lists of supporters (名簿). Of several rows of one member the last one counts, and a snapshot ends the ties that no row
 * speaks of.
 */
@ApplicationScoped
class SupporterList implements ListKind {

    private static final String UNKNOWN_REFERRER = "unknownReferrer";
    private static final int TIES_PER_CHUNK = 2000;

    private final Seals seals;

    SupporterList(Seals seals) {
        this.seals = seals;
    }

    @Override
    public String name() {
        return "supporter";
    }

    @Override
    public Columns columns(String scheme) {
        return Columns.SUPPORTERS;
    }

    @Override
    public String table() {
        return "sync_row";
    }

    @Override
    public List<String> waiting() {
        return List.of(table(), "sync_held");
    }

    @Override
    public List<String> fills() {
        return List.of("tie", "supporter");
    }

    @Override
    public Staging staging(Task task, Header header) {
        return new StageSupporters(task, header, seals);
    }

    @Override
    public Settled settle(Connection connection, Extent extent) throws SQLException {
        UUID job = extent.job();
        String municipality = extent.municipality();
        long superseded = supersede(connection, job);
        List<Notice> notices = unknownReferrers(connection, job, municipality);
        if (!extent.snapshot()) {
            return new Settled(superseded, 0, 0, notices);
        }
        long ending = endMissing(connection, job, municipality);
        return new Settled(superseded, listed(connection, municipality), ending, notices);
    }

    @Override
    public void merge(StagedChunk chunk, Merging merging) throws SQLException {
        new MergeSupporters(chunk, merging).run();
    }

    private static long supersede(Connection connection, UUID job) throws SQLException {
        int superseded = Sql.run(connection, """
                with last as (select member_number, max(line) as line from sync_row
                              where job = ? and outcome in ('CREATED', 'CHANGED', 'UNCHANGED')
                              group by member_number having count(*) > 1)
                delete from sync_row r using last
                where r.job = ? and r.outcome in ('CREATED', 'CHANGED', 'UNCHANGED')
                  and r.member_number = last.member_number and r.line < last.line""", job, job);
        if (superseded > 0) {
            Sql.run(connection, """
                    delete from sync_held h
                    where h.job = ? and not exists (select from sync_row r where r.job = h.job and r.chunk = h.chunk)""", job);
        }
        return superseded;
    }

    /** Stages the end of every listed tie whose member number stands nowhere in the list. */
    private static long endMissing(Connection connection, UUID job, String municipality) throws SQLException {
        return Sql.run(connection, """
                insert into sync_row (job, chunk, line, member_number, outcome, supporter)
                select ?, (select coalesce(max(chunk), 0) from sync_row where job = ?)
                              + 1 + (row_number() over (order by t.supporter) - 1) / ?,
                       0, t.source_id, 'ENDED', t.supporter
                from tie t
                where t.municipality = ? and t.source_system = 'list' and t.ended_on is null
                  and not exists (select from sync_row r where r.job = ? and r.member_number = t.source_id)""", job, job, TIES_PER_CHUNK, municipality, job);
    }

    /** A referrer may stand anywhere in the list; the number of one who is nowhere is kept until they are listed. */
    private static List<Notice> unknownReferrers(Connection connection, UUID job, String municipality)
            throws SQLException {
        return Sql.list(
                connection,
                row -> new Notice(UNKNOWN_REFERRER, row.getLong(1), List.of((Long[])
                        row.getArray(2).getArray())),
                """
                with referred as (
                    select line, member_number, referrer from sync_row
                    where job = ? and referrer is not null and outcome in ('CREATED', 'CHANGED')),
                known as (
                    select t.source_id as number from tie t
                    where t.municipality = ? and t.source_system = 'list' and t.ended_on is null
                      and t.source_id in (select referrer from referred)
                    union
                    select member_number from sync_row
                    where job = ? and outcome in ('CREATED', 'CHANGED', 'UNCHANGED')
                      and exists (select from referred))
                select count(*), (array_agg(r.line order by r.line))[1:100]
                from referred r left join known k on k.number = r.referrer and k.number <> r.member_number
                where k.number is null
                having count(*) > 0""",
                job,
                municipality,
                job);
    }

    private static long listed(Connection connection, String municipality) throws SQLException {
        return Sql.list(
                        connection,
                        row -> row.getLong(1),
                        "select count(*) from tie where municipality = ? and source_system = 'list' and ended_on is null",
                        municipality)
                .getFirst();
    }
}
