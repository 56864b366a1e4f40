package jp.kakawari.registry.membershiplist;

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
 * Lists of memberships (会員の名簿). A number is its first row's member's; of several rows of one number, and of several
 * numbers that one member holds, the last one counts, be it rejected: what counts must not depend on what is known, or the
 * same list would do something else the next time. What was changed here since the last list is not overwritten unseen. A
 * snapshot ends what no row of its scheme speaks of: nothing at all while a rejected row doesn't tell whose it is.
 */
@ApplicationScoped
class MembershipList implements ListKind {

    private static final int MEMBERSHIPS_PER_CHUNK = 2000;

    /** A row that is wrong for one of these may be anybody's, unless its number or its member is known. */
    private static final List<String> WHOSE_IS_UNKNOWN = List.of(
            Reason.WRONG_NUMBER_OF_COLUMNS.code(),
            Reason.MISSING_MEMBER_NUMBER.code(),
            Reason.NUMBER_TOO_LONG.code(),
            Reason.MISSING_MEMBERSHIP_NUMBER.code());

    private final Seals seals;

    MembershipList(Seals seals) {
        this.seals = seals;
    }

    @Override
    public String name() {
        return "membership";
    }

    @Override
    public Columns columns(String scheme) {
        return scheme == null ? MembershipReader.OF_ANY_SCHEME : MembershipReader.OF_ONE_SCHEME;
    }

    @Override
    public String table() {
        return "sync_membership_row";
    }

    @Override
    public List<String> fills() {
        return List.of("membership");
    }

    @Override
    public Staging staging(Task task, Header header) {
        return new StageMemberships(task, header, seals);
    }

    @Override
    public Settled settle(Connection connection, Extent extent) throws SQLException {
        refuseNumbersOfOthers(connection, extent.job());
        Notices notices = new Notices(connection);
        long superseded = supersede(notices, extent.job());
        if (!extent.snapshot()) {
            return new Settled(superseded, 0, 0, notices.all());
        }
        long ending = anybodysRows(notices, extent) > 0 ? 0 : endMissing(extent, notices);
        return new Settled(superseded, active(connection, extent), ending, notices.all());
    }

    @Override
    public void merge(StagedChunk chunk, Merging merging) throws SQLException {
        new MergeMemberships(chunk, merging).run();
    }

    /** Whose number it isn't has no say in what counts of their rows, rejected already or not. */
    private static void refuseNumbersOfOthers(Connection connection, UUID job) throws SQLException {
        Sql.run(connection, """
                with told as (
                    select ctid as place, supporter,
                           first_value(supporter) over (partition by scheme, number order by line) as whose
                    from sync_membership_row where job = ? and state is not null),
                silenced as (
                    update sync_membership_row r
                    set state = null, outcome = case when outcome = 'REJECTED' then 'REJECTED' else 'REFUSED' end
                    from told where r.ctid = told.place and told.supporter <> told.whose
                    returning r.job, r.line, r.cells, r.outcome)
                insert into sync_rejection (job, line, reasons, cells)
                select job, line, '{membershipNumberTaken}', cells from silenced where outcome = 'REFUSED'""", job);
    }

    /** Notices those that would have been taken, and answers how many there were. */
    private static long supersede(Notices notices, UUID job) throws SQLException {
        return notices.look(Reason.SUPERSEDED, """
                        with gone as (
                            delete from sync_membership_row r
                            using (select place, state, of_number,
                                          row_number() over (partition by scheme, supporter, state, of_number = 1
                                                             order by line desc) as of_member
                                   from (select ctid as place, scheme, supporter, state, line,
                                                row_number() over (partition by scheme, number, supporter
                                                                   order by line desc) as of_number
                                         from sync_membership_row
                                         where job = ? and state is not null) numbered) told
                            where r.ctid = told.place
                              and (told.of_number > 1 or told.state = 'ACTIVE' and told.of_member > 1)
                            returning r.outcome, r.line)
                        select count(*), (array_agg(line order by line))[1:100] from gone where outcome <> 'REJECTED'""", job);
    }

    /** Rejected rows that may be those of whoever is missing. */
    private static long anybodysRows(Notices notices, Extent extent) throws SQLException {
        return notices.look(Reason.NOBODY_ENDED, """
                select count(*), (array_agg(j.line order by j.line))[1:100]
                from sync_rejection j
                where j.job = ? and j.reasons && ?
                  and not exists (select from sync_membership_row r
                                  where r.job = j.job and r.line = j.line
                                    and (r.supporter is not null
                                         or exists (select from membership m where m.scheme = ? and m.number = r.number)))""", extent.job(), WHOSE_IS_UNKNOWN, extent.scheme());
    }

    /**
     * Stages the end of every active membership of the scheme that the list knows nothing of. What was changed here since the
     * last list stays and is noticed, unless the list wins; so does who joined here and was in no list yet.
     */
    private static long endMissing(Extent extent, Notices notices) throws SQLException {
        return notices.keep(
                """
                with missing as materialized (
                    select m.id, m.number, m.supporter, m.changes_here,
                           not ? and (m.changes_here <> coalesce(m.listed_changes, 0)
                                      or m.source = 'joined' and m.listed_changes is null) as kept
                    from membership m
                    where m.municipality = ? and m.scheme = ? and m.state = 'ACTIVE'
                      and not exists (select from sync_membership_row r where r.job = ? and r.number = m.number)
                      and not exists (select from sync_membership_row r where r.job = ? and r.replaces = m.id)
                      and not exists (select from sync_membership_row r
                                      where r.job = ? and r.supporter = m.supporter and r.outcome in ('REJECTED', 'REFUSED'))),
                ending as (
                    insert into sync_membership_row (job, chunk, line, outcome, scheme, number, supporter, state, id, changes)
                    select ?, (select coalesce(max(chunk), 0) from sync_membership_row where job = ?)
                                  + 1 + (row_number() over (order by supporter) - 1) / ?,
                           0, 'ENDED', ?, number, supporter, 'ENDED', id, changes_here
                    from missing where not kept
                    returning id)
                select (select count(*) from ending), count(*), (array_agg(number order by number))[1:100]
                from missing where kept""",
                extent.listWins(),
                extent.municipality(),
                extent.scheme(),
                extent.job(),
                extent.job(),
                extent.job(),
                extent.job(),
                extent.job(),
                MEMBERSHIPS_PER_CHUNK,
                extent.scheme());
    }

    private static long active(Connection connection, Extent extent) throws SQLException {
        return Sql.list(
                        connection,
                        row -> row.getLong(1),
                        "select count(*) from membership where municipality = ? and scheme = ? and state = 'ACTIVE'",
                        extent.municipality(),
                        extent.scheme())
                .getFirst();
    }
}
