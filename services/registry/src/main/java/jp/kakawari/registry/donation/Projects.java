package jp.kakawari.registry.donation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.kakawari.registry.staging.Sql;
import jp.kakawari.web.PageRequest;

/** All projects, with their sums: counted from the ledger, never kept. */
@ApplicationScoped
class Projects {

    private static final String PROJECT = """
            select p.code, p.revision, p.name, p.goal, p.fund, p.state, d.donors, d.donations, d.raised, m.members
            from donation_project p
            cross join lateral (
                select count(distinct s.supporter) as donors, count(*) as donations, coalesce(sum(s.yen), 0) as raised
                from support s join engagement g on g.id = s.engagement and g.status = 'ATTESTED'
                where s.municipality = p.municipality and s.project = p.code) d
            cross join lateral (
                select count(*) as members from project_member
                where municipality = p.municipality and project = p.code) m
            where p.municipality = :municipality
            """;

    private static final String MEMBERS = """
            from project_member m
            join tie t on t.municipality = m.municipality and t.supporter = m.supporter and t.ended_on is null
            where m.municipality = :municipality and m.project = :project
            """;

    private final EntityManager database;

    Projects(EntityManager database) {
        this.database = database;
    }

    Optional<ProjectView> of(String municipality, String code) {
        List<?> rows = database.createNativeQuery(PROJECT + "and p.code = :code")
                .setParameter("municipality", municipality)
                .setParameter("code", code)
                .getResultList();
        return rows.stream().map(Projects::project).findFirst();
    }

    List<ProjectView> page(String municipality, String fund, PageRequest page) {
        Query query = database.createNativeQuery(PROJECT + (fund == null ? "" : "and p.fund = :fund ")
                        + "and p.code > :after order by p.code limit :fetch")
                .setParameter("municipality", municipality)
                .setParameter(
                        "after", page.after().map(cursor -> cursor.text(0)).orElse(""))
                .setParameter("fetch", page.fetch());
        List<?> rows = (fund == null ? query : query.setParameter("fund", fund)).getResultList();
        return rows.stream().map(Projects::project).toList();
    }

    long count(String municipality, String fund) {
        Query query = database.createNativeQuery(
                        "select count(*) from donation_project where municipality = :municipality"
                                + (fund == null ? "" : " and fund = :fund"))
                .setParameter("municipality", municipality);
        return number(fund == null ? query : query.setParameter("fund", fund));
    }

    /** The revision of a project that nobody else changes until the transaction ends. */
    Optional<Long> held(String municipality, String code) {
        List<?> rows = database.createNativeQuery(
                        "select revision from donation_project where municipality = :municipality and code = :code for update")
                .setParameter("municipality", municipality)
                .setParameter("code", code)
                .getResultList();
        return rows.stream().map(row -> ((Number) row).longValue()).findFirst();
    }

    boolean hasFund(String municipality, String fund) {
        return number(database.createNativeQuery(
                                "select count(*) from fund where municipality = :municipality and code = :code")
                        .setParameter("municipality", municipality)
                        .setParameter("code", fund))
                > 0;
    }

    /** Whether anything was given for it, also what was rejected since. */
    boolean hasDonations(String municipality, String project) {
        return number(database.createNativeQuery(
                                "select count(*) from (select 1 from support where municipality = :municipality and project = :project limit 1) one")
                        .setParameter("municipality", municipality)
                        .setParameter("project", project))
                > 0;
    }

    /** False where somebody else was faster. */
    boolean add(String municipality, String code, ProjectRequest request, Instant now) {
        return written(municipality, code, request, now, """
                        insert into donation_project (municipality, code, revision, name, goal, fund, state, updated_at)
                        values (:municipality, :code, 1, :name, nullif(:goal, cast(0 as bigint)), nullif(:fund, ''), :state, :now) on conflict do nothing""") > 0;
    }

    void change(String municipality, String code, ProjectRequest request, Instant now) {
        written(municipality, code, request, now, """
                        update donation_project
                        set revision = revision + 1, name = :name, goal = nullif(:goal, cast(0 as bigint)), fund = nullif(:fund, ''), state = :state, updated_at = :now
                        where municipality = :municipality and code = :code""");
    }

    private int written(String municipality, String code, ProjectRequest request, Instant now, String sql) {
        return database.createNativeQuery(sql)
                .setParameter("municipality", municipality)
                .setParameter("code", code)
                .setParameter("name", request.name())
                .setParameter("goal", request.goal() == null ? 0L : request.goal())
                .setParameter(
                        "fund", request.fund() == null ? "" : request.fund().value())
                .setParameter("state", request.state().name())
                .setParameter("now", now)
                .executeUpdate();
    }

    /** Saying so again changes nothing. */
    void join(String municipality, String project, UUID supporter, LocalDate day) {
        database.createNativeQuery("""
                        insert into project_member (municipality, project, supporter, joined_on)
                        values (:municipality, :project, :supporter, :day) on conflict do nothing
                        """)
                .setParameter("municipality", municipality)
                .setParameter("project", project)
                .setParameter("supporter", supporter)
                .setParameter("day", day)
                .executeUpdate();
    }

    boolean leave(String municipality, String project, UUID supporter) {
        return database.createNativeQuery("""
                        delete from project_member
                        where municipality = :municipality and project = :project and supporter = :supporter
                        """)
                        .setParameter("municipality", municipality)
                        .setParameter("project", project)
                        .setParameter("supporter", supporter)
                        .executeUpdate()
                > 0;
    }

    /** Those who still have a tie. */
    List<ProjectView.Member> members(String municipality, String project, PageRequest page) {
        List<?> rows = database.createNativeQuery(
                        "select m.supporter, case when t.source_system = 'list' then t.source_id end, m.joined_on "
                                + MEMBERS + " and m.supporter > :after order by m.supporter limit :fetch")
                .setParameter("municipality", municipality)
                .setParameter("project", project)
                .setParameter(
                        "after", page.after().map(cursor -> cursor.uuid(0)).orElse(new UUID(0, 0)))
                .setParameter("fetch", page.fetch())
                .getResultList();
        return rows.stream().map(Projects::member).toList();
    }

    long countMembers(String municipality, String project) {
        return number(database.createNativeQuery("select count(*) " + MEMBERS)
                .setParameter("municipality", municipality)
                .setParameter("project", project));
    }

    private static long number(Query query) {
        return ((Number) query.getSingleResult()).longValue();
    }

    private static ProjectView.Member member(Object found) {
        Object[] row = (Object[]) found;
        return new ProjectView.Member((UUID) row[0], (String) row[1], Sql.date(row[2]), List.of("leave"));
    }

    private static ProjectView project(Object found) {
        Object[] row = (Object[]) found;
        ProjectRequest.State state = ProjectRequest.State.valueOf((String) row[5]);
        return new ProjectView(
                (String) row[0],
                ((Number) row[1]).longValue(),
                (String) row[2],
                row[3] == null ? null : ((Number) row[3]).longValue(),
                (String) row[4],
                state,
                ((Number) row[6]).longValue(),
                ((Number) row[7]).longValue(),
                ((Number) row[8]).longValue(),
                ((Number) row[9]).longValue(),
                state.allowedActions());
    }
}
