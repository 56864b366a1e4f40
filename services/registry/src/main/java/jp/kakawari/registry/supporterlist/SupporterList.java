package jp.kakawari.registry.supporterlist;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import jp.kakawari.registry.roster.Columns;
import jp.kakawari.registry.roster.Header;
import jp.kakawari.registry.roster.Reason;
import jp.kakawari.registry.staging.ListKind;
import jp.kakawari.registry.staging.Merging;
import jp.kakawari.registry.staging.Notices;
import jp.kakawari.registry.staging.Seals;
import jp.kakawari.registry.staging.Sql;
import jp.kakawari.registry.staging.StagedChunk;
import jp.kakawari.registry.staging.Task;

/**
 * Lists of supporters (名簿). Of several rows of one member the last one counts, and a snapshot ends the ties that no row
 * speaks of: none while a rejected row doesn't tell whose it is, and of who was changed here since the last list only where the
 * list wins.
 */
@ApplicationScoped
class SupporterList implements ListKind {

    /** Of a row that is wrong for one of these nobody knows whose it is. */
    private static final List<String> WHOSE_IS_UNKNOWN = List.of(
            Reason.WRONG_NUMBER_OF_COLUMNS.code(), Reason.MISSING_MEMBER_NUMBER.code(), Reason.NUMBER_TOO_LONG.code());

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
        Notices notices = new Notices(connection);
        long superseded = supersede(connection, notices, job);
        lookForUnknownReferrers(notices, job, municipality);
        if (!extent.snapshot()) {
            return new Settled(superseded, 0, 0, notices.all());
        }
        long ending = anybodysRows(notices, job) > 0 ? 0 : endMissing(extent, notices);
        return new Settled(superseded, listed(connection, municipality), ending, notices.all());
    }

    @Override
    public void merge(StagedChunk chunk, Merging merging) throws SQLException {
        new MergeSupporters(chunk, merging, seals).run();
    }

    private static long supersede(Connection connection, Notices notices, UUID job) throws SQLException {
        long superseded = notices.look(Reason.SUPERSEDED, """
                with last as (select member_number, max(line) as line from sync_row
                              where job = ? and outcome in ('CREATED', 'CHANGED', 'UNCHANGED')
                              group by member_number having count(*) > 1),
                gone as (
                    delete from sync_row r using last
                    where r.job = ? and r.outcome in ('CREATED', 'CHANGED', 'UNCHANGED')
                      and r.member_number = last.member_number and r.line < last.line
                    returning r.line)
                select count(*), (array_agg(line order by line))[1:100] from gone""", job, job);
        if (superseded > 0) {
            Sql.run(connection, """
                    delete from sync_held h
                    where h.job = ? and not exists (select from sync_row r where r.job = h.job and r.chunk = h.chunk)""", job);
        }
        return superseded;
    }

    /**
     * Stages the end of every listed tie whose member number stands nowhere in the list. Who was changed here since the last
     * list stays and is noticed, unless the list wins.
     */
    private static long endMissing(Extent extent, Notices notices) throws SQLException {
        return notices.keep(
                """
                with missing as materialized (
                    select t.supporter, t.source_id, t.synced_profile,
                           (select s.profile_revision from supporter s where s.id = t.supporter) as profile
                    from tie t
                    where t.municipality = ? and t.source_system = 'list' and t.ended_on is null
                      and not exists (select from sync_row r where r.job = ? and r.member_number = t.source_id)),
                kept as (select supporter, source_id from missing where profile <> synced_profile and not ?),
                ending as (
                    insert into sync_row (job, chunk, line, member_number, outcome, supporter, profile)
                    select ?, (select coalesce(max(chunk), 0) from sync_row where job = ?)
                                  + 1 + (row_number() over (order by supporter) - 1) / ?,
                           0, source_id, 'ENDED', supporter, profile
                    from missing where supporter not in (select supporter from kept)
                    returning supporter)
                select (select count(*) from ending), count(*), (array_agg(source_id order by source_id))[1:100]
                from kept""",
                extent.municipality(),
                extent.job(),
                extent.listWins(),
                extent.job(),
                extent.job(),
                TIES_PER_CHUNK);
    }

    /** Rejected rows that may be those of whoever is missing. */
    private static long anybodysRows(Notices notices, UUID job) throws SQLException {
        return notices.look(Reason.NOBODY_ENDED, """
                select count(*), (array_agg(line order by line))[1:100]
                from sync_rejection where job = ? and reasons && ?""", job, WHOSE_IS_UNKNOWN);
    }

    /** A referrer may stand anywhere in the list; the number of one who is nowhere is kept until they are listed. */
    private static void lookForUnknownReferrers(Notices notices, UUID job, String municipality) throws SQLException {
        notices.look(Reason.UNKNOWN_REFERRER, """
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
                where k.number is null""", job, municipality, job);
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
