package jp.kakawari.registry.membership;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.kakawari.registry.admission.Eligibility;
import jp.kakawari.registry.scheme.JoiningRules;
import jp.kakawari.registry.scheme.Terms;
import jp.kakawari.registry.tier.FollowTiers;
import jp.kakawari.web.PageRequest;

/** All memberships. */
@ApplicationScoped
class Memberships implements PanacheRepositoryBase<Membership, UUID> {

    /** Which of a municipality's memberships are asked for; null asks for all. */
    record Filter(String scheme, UUID supporter, String tier, MembershipState state) {}

    /** A membership, without keeping a state that another transaction may be changing. */
    record Place(UUID id, String scheme, String municipality, UUID supporter, int policy) {}

    Optional<Place> place(String scheme, UUID id) {
        List<?> found = getEntityManager()
                .createNativeQuery(
                        "select municipality, supporter, policy from membership where scheme = :scheme and id = :id")
                .setParameter("scheme", scheme)
                .setParameter("id", id)
                .getResultList();
        return found.stream()
                .map(Object[].class::cast)
                .map(row -> new Place(id, scheme, (String) row[0], (UUID) row[1], (Integer) row[2]))
                .findFirst();
    }

    /** Whether it is active and valid on that day. */
    boolean holds(UUID id, LocalDate day) {
        return count(
                        "id = ?1 and state = ?2 and joinedOn <= ?3 and (validUntil is null or validUntil >= ?3)",
                        id,
                        MembershipState.ACTIVE,
                        day)
                > 0;
    }

    /** What their schemes and policies leave open, for all of them at once. */
    Map<UUID, MembershipRules> rules(List<Membership> memberships) {
        if (memberships.isEmpty()) {
            return Map.of();
        }
        List<?> found = getEntityManager()
                .createNativeQuery("""
                        with asked as (
                            select m.id, m.state, m.scheme, m.supporter, s.family, s.state = 'OPEN' as open, p.valid_months,
                                   cast(j.rules ->> 'renewableDays' as integer) as renewable_days,
                                   cast(j.rules ->> 'members' as bigint) as members,
                                   cast(j.rules ->> 'perPerson' as bigint) as per_person
                            from membership m
                            join scheme s on s.code = m.scheme
                            join scheme_policy p on p.scheme = m.scheme and p.version = m.policy
                            cross join lateral (select cast(p.joining as jsonb) as rules) j
                            where m.id = any(:ids)),
                        size as materialized (
                            select a.scheme, count(*) as members from membership a
                            where a.state = 'ACTIVE'
                              and a.scheme in (select scheme from asked where state = 'PENDING' and members is not null)
                            group by a.scheme)
                        select m.id, m.valid_months, m.renewable_days,
                               m.state = 'PENDING' and m.open
                               and not exists (
                                   select from membership a
                                   where a.scheme = m.scheme and a.supporter = m.supporter and a.state = 'ACTIVE')
                               and (m.members is null
                                   or coalesce((select z.members from size z where z.scheme = m.scheme), 0) < m.members)
                               and (m.per_person is null or m.per_person > (
                                   select count(*) from membership a join scheme f on f.code = a.scheme
                                   where a.supporter = m.supporter and a.state = 'ACTIVE' and f.family = m.family))
                        from asked m
                        """)
                .setParameter("ids", memberships.stream().map(Membership::id).toArray(UUID[]::new))
                .getResultList();
        return found.stream()
                .map(Object[].class::cast)
                .collect(Collectors.toMap(
                        row -> (UUID) row[0],
                        row -> new MembershipRules((Boolean) row[3], (Integer) row[1], (Integer) row[2])));
    }

    Membership held(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Sets the tier of a flushed membership by the rules, and has it as it is then. */
    void followLedger(Membership membership, FollowTiers tiers) {
        tiers.follow(List.of(membership.supporter()));
        getEntityManager().refresh(membership);
    }

    /** Whether they are a member, or have applied. */
    boolean standing(String scheme, UUID supporter) {
        return active(scheme, supporter) || among(scheme, supporter, MembershipState.PENDING);
    }

    boolean active(String scheme, UUID supporter) {
        return among(scheme, supporter, MembershipState.ACTIVE);
    }

    private boolean among(String scheme, UUID supporter, MembershipState state) {
        return count("scheme = ?1 and supporter = ?2 and state = ?3", scheme, supporter, state) > 0;
    }

    /** What caps count; what no cap asks for isn't counted. */
    Eligibility.Counts counts(Terms terms, UUID supporter) {
        JoiningRules rules = terms.joining();
        return new Eligibility.Counts(
                rules == null || rules.perPerson() == null ? 0 : inFamily(terms.family(), supporter),
                rules == null || rules.members() == null
                        ? 0
                        : count("scheme = ?1 and state = ?2", terms.scheme(), MembershipState.ACTIVE));
    }

    private long inFamily(String family, UUID supporter) {
        return ((Number) getEntityManager()
                        .createNativeQuery("""
                        select count(*) from membership m join scheme s on s.code = m.scheme
                        where m.supporter = :supporter and m.state = 'ACTIVE' and s.family = :family
                        """)
                        .setParameter("supporter", supporter)
                        .setParameter("family", family)
                        .getSingleResult())
                .longValue();
    }

    /** Somebody's own, with one more than the page shows. */
    List<Membership> pageOf(UUID supporter, PageRequest page) {
        UUID after = page.after().map(cursor -> cursor.uuid(0)).orElse(new UUID(0, 0));
        return find("supporter = ?1 and id > ?2 order by id", supporter, after)
                .range(0, page.limit())
                .list();
    }

    Optional<Membership> of(String municipality, UUID id) {
        return find("municipality = ?1 and id = ?2", municipality, id).firstResultOptional();
    }

    List<Membership> ofSupporter(UUID supporter) {
        return list("supporter = ?1 order by id", supporter);
    }

    List<Membership> page(String municipality, Filter filter, PageRequest page) {
        Map<String, Object> values = values(municipality, filter);
        page.after().ifPresent(cursor -> values.put("after", cursor.uuid(0)));
        return find(where(values) + " order by id", values)
                .range(0, page.limit())
                .list();
    }

    long count(String municipality, Filter filter) {
        Map<String, Object> values = values(municipality, filter);
        return count(where(values), values);
    }

    private static Map<String, Object> values(String municipality, Filter filter) {
        Map<String, Object> values = new HashMap<>(Map.of("municipality", municipality));
        if (filter.scheme() != null) {
            values.put("scheme", filter.scheme());
        }
        if (filter.supporter() != null) {
            values.put("supporter", filter.supporter());
        }
        if (filter.tier() != null) {
            values.put("tier", filter.tier());
        }
        if (filter.state() != null) {
            values.put("state", filter.state());
        }
        return values;
    }

    private static String where(Map<String, Object> values) {
        return String.join(
                " and ",
                values.keySet().stream()
                        .map(name -> name.equals("after") ? "id > :after" : name + " = :" + name)
                        .toList());
    }
}
