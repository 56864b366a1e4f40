package jp.kakawari.registry.group;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import jp.kakawari.contracts.registry.OrganizationChanged.Kind;
import jp.kakawari.registry.Slug;
import jp.kakawari.web.PageRequest;

/** Who belongs to which group (会員名簿). Only active member organisations are shown; the others come back when they do. */
@ApplicationScoped
class Members {

    private final EntityManager database;

    Members(EntityManager database) {
        this.database = database;
    }

    /** Whether the platform has it as a member. */
    boolean isMember(UUID organization) {
        return !database.createNativeQuery(
                        "select id from organization where id = :id and state in ('ACTIVE', 'SUSPENDED')")
                .setParameter("id", organization)
                .getResultList()
                .isEmpty();
    }

    /** The first that is no member organisation, or no government but a government member; its place in the list. */
    Optional<Integer> unfit(List<MemberList.Entry> members) {
        List<?> places = with(database.createNativeQuery("""
                        select cast(n.place as int) from unnest(:organizations, :classes) with ordinality
                            as n (organization, class, place)
                        left join organization o on o.id = n.organization and o.state in ('ACTIVE', 'SUSPENDED')
                        where o.id is null or n.class = 'GOVERNMENT' and o.government is null
                        order by n.place limit 1
                        """), members).getResultList();
        return places.stream().map(place -> (Integer) place - 1).findFirst();
    }

    /** Adds them or says anew as what they belong, in one statement; answers how many that changed. */
    int put(Slug group, List<MemberList.Entry> members) {
        return with(database.createNativeQuery("""
                                insert into group_member as m (group_code, organization, member_class, role, joined_on)
                                select :group, n.organization, n.class, n.role, n.joined
                                from unnest(:organizations, :classes, :roles, :joined)
                                    as n (organization, class, role, joined)
                                order by n.role = 'CHAIR', n.organization
                                on conflict (group_code, organization) do update
                                set member_class = excluded.member_class, role = excluded.role,
                                    joined_on = excluded.joined_on
                                where (m.member_class, m.role, m.joined_on)
                                    is distinct from (excluded.member_class, excluded.role, excluded.joined_on)
                                """), members)
                .setParameter("group", group.value())
                .setParameter("roles", column(members, member -> member.role().name(), String[]::new))
                .setParameter("joined", column(members, MemberList.Entry::joinedOn, LocalDate[]::new))
                .executeUpdate();
    }

    /** Removes all but these, and those who are not shown just now: they come back. */
    int keepOnly(Slug group, List<MemberList.Entry> members) {
        return database.createNativeQuery("""
                        delete from group_member m using organization o
                        where m.group_code = :group and m.organization <> all(:kept)
                          and o.id = m.organization and o.state in ('ACTIVE', 'LEFT')
                        """)
                .setParameter("group", group.value())
                .setParameter("kept", column(members, MemberList.Entry::organization, UUID[]::new))
                .executeUpdate();
    }

    /** A chair who is not among these is a plain member from now on, so that one of these can be the chair. */
    int vacateChair(Slug group, List<MemberList.Entry> members) {
        return database.createNativeQuery("""
                        update group_member set role = 'MEMBER'
                        where group_code = :group and role = 'CHAIR' and organization <> all(:kept)
                        """)
                .setParameter("group", group.value())
                .setParameter("kept", column(members, MemberList.Entry::organization, UUID[]::new))
                .executeUpdate();
    }

    boolean remove(Slug group, UUID organization) {
        return database.createNativeQuery(
                                "delete from group_member where group_code = :group and organization = :organization")
                        .setParameter("group", group.value())
                        .setParameter("organization", organization)
                        .executeUpdate()
                > 0;
    }

    /** One row more than the page shows; a null class asks for all. With each the same may be done. */
    List<MemberView> page(Slug group, MemberClass memberClass, PageRequest page, List<String> allowedActions) {
        List<?> rows = asked("""
                        select m.organization, o.name, o.kind, o.government, m.member_class, m.role, m.joined_on
                        %s and (cast(:after as uuid) is null or m.organization > cast(:after as uuid))
                        order by m.organization limit :fetch
                        """, group, memberClass)
                .setParameter(
                        "after",
                        page.after().map(cursor -> cursor.uuid(0).toString()).orElse(null))
                .setParameter("fetch", page.fetch())
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> view(row, allowedActions))
                .toList();
    }

    long count(Slug group, MemberClass memberClass) {
        return ((Number) asked("select count(*) %s", group, memberClass).getSingleResult()).longValue();
    }

    private Query asked(String sql, Slug group, MemberClass memberClass) {
        return database.createNativeQuery(sql.formatted("""
                        from group_member m join organization o on o.id = m.organization
                        where m.group_code = :group and o.state = 'ACTIVE'
                          and (cast(:class as text) is null or m.member_class = cast(:class as text))"""))
                .setParameter("group", group.value())
                .setParameter("class", memberClass == null ? null : memberClass.name());
    }

    private static Query with(Query query, List<MemberList.Entry> members) {
        return query.setParameter("organizations", column(members, MemberList.Entry::organization, UUID[]::new))
                .setParameter(
                        "classes",
                        column(members, member -> member.memberClass().name(), String[]::new));
    }

    private static <T> T[] column(
            List<MemberList.Entry> members, Function<MemberList.Entry, T> value, IntFunction<T[]> array) {
        return members.stream().map(value).toArray(array);
    }

    private static MemberView view(Object[] row, List<String> allowedActions) {
        return new MemberView(
                (UUID) row[0],
                (String) row[1],
                Kind.valueOf((String) row[2]),
                (String) row[3],
                MemberClass.valueOf((String) row[4]),
                GroupRole.valueOf((String) row[5]),
                row[6] == null ? null : LocalDate.parse(row[6].toString()),
                allowedActions);
    }
}
