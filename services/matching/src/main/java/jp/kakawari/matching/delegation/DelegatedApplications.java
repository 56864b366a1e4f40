package jp.kakawari.matching.delegation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.kakawari.web.Caller;
import jp.kakawari.web.Roles;

/**
 * For whom the calling intermediary may handle applications today (委任された応募の受付): looked up once for each request. A
 * delegation opens this while it is accepted, from its first to its last day in Japan, between members that are not inactive.
 */
@RequestScoped
public class DelegatedApplications {
    /** A delegation {@code d} that is open to {@code :intermediary} today. */
    public static final String OPEN = """
            select d.grantor from delegation d
            where d.intermediary = :intermediary and d.state = 'ACCEPTED' and d.scopes @> array['APPLICATIONS']
              and cast(clock_timestamp() at time zone 'Asia/Tokyo' as date)
                  between d.valid_from and coalesce(d.valid_until, date 'infinity')
              and not exists (select from organization o
                              where o.id in (d.intermediary, d.grantor) and o.state <> 'ACTIVE')
            """;

    @Inject
    Caller caller;

    @Inject
    EntityManager database;

    private Set<UUID> grantors;

    /** Whether the caller may handle what that member organisation hosts. */
    public boolean of(UUID host) {
        if (grantors == null) {
            grantors = intermediary().map(this::open).orElseGet(Set::of);
        }
        return grantors.contains(host);
    }

    /** The caller, where delegations are open to it. */
    public Optional<UUID> intermediary() {
        return caller.is(Roles.INTERMEDIARY) ? caller.organization() : Optional.empty();
    }

    private Set<UUID> open(UUID intermediary) {
        List<?> rows = database.createNativeQuery(OPEN)
                .setParameter("intermediary", intermediary)
                .getResultList();
        return rows.stream().map(UUID.class::cast).collect(Collectors.toSet());
    }
}
