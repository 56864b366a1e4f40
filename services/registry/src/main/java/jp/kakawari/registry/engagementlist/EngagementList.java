package jp.kakawari.registry.engagementlist;

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
 * Lists of engagements (関わりの記録). Of several rows of one transaction the first one counts: those that say the same are
 * unchanged, the others are rejected.
 */
@ApplicationScoped
class EngagementList implements ListKind {

    private final Seals seals;

    EngagementList(Seals seals) {
        this.seals = seals;
    }

    @Override
    public String name() {
        return "engagement";
    }

    @Override
    public Columns columns(String scheme) {
        return LedgerReader.COLUMNS;
    }

    @Override
    public String table() {
        return "sync_engagement_row";
    }

    @Override
    public List<String> fills() {
        return List.of("engagement");
    }

    @Override
    public Staging staging(Task task, Header header) {
        return new StageEngagements(task, header, seals);
    }

    @Override
    public Settled settle(Connection connection, Extent extent) throws SQLException {
        UUID job = extent.job();
        if (hasRepeated(connection, job)) {
            rejectOthers(connection, job);
            countOnce(connection, job);
        }
        return new Settled(0, 0, 0, List.of());
    }

    @Override
    public void merge(StagedChunk chunk, Merging merging) throws SQLException {
        new MergeEngagements(chunk, merging).run();
    }

    private static boolean hasRepeated(Connection connection, UUID job) throws SQLException {
        return !Sql.list(connection, row -> true, """
                select 1 from sync_engagement_row where job = ? and outcome = 'CREATED'
                group by transaction having count(*) > 1 limit 1""", job).isEmpty();
    }

    private static void rejectOthers(Connection connection, UUID job) throws SQLException {
        Sql.run(connection, """
                with told as (
                    select ctid as place,
                           row (supporter, activity, occurred_on, quantity, unit) as said,
                           first_value(row (supporter, activity, occurred_on, quantity, unit))
                               over (partition by transaction order by line) as said_first
                    from sync_engagement_row where job = ? and outcome = 'CREATED'),
                refused as (
                    update sync_engagement_row r set outcome = 'REFUSED'
                    from told where r.ctid = told.place and told.said is distinct from told.said_first
                    returning r.job, r.line, r.cells)
                insert into sync_rejection (job, line, reasons, cells)
                select job, line, '{transactionDiffers}', cells from refused""", job);
    }

    /** One row that refuses contact is enough, wherever among the repeated ones it stands. */
    private static void countOnce(Connection connection, UUID job) throws SQLException {
        Sql.run(connection, """
                update sync_engagement_row r
                set outcome = case when told.place_among > 1 then 'UNCHANGED' else outcome end,
                    contact_refused = told.refused
                from (select ctid as place,
                             row_number() over (partition by transaction order by line) as place_among,
                             count(*) over (partition by transaction) as among,
                             bool_or(contact_refused) over (partition by transaction) as refused
                      from sync_engagement_row where job = ? and outcome = 'CREATED') told
                where r.ctid = told.place and told.among > 1""", job);
    }
}
