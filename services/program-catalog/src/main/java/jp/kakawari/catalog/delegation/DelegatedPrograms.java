package jp.kakawari.catalog.delegation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.kakawari.web.Caller;
import jp.kakawari.web.Roles;
import org.hibernate.Session;

/**
 * For whom the calling intermediary may write programs today (委任されたプログラムの掲載): looked up once for each request. A
 * delegation opens this while it is accepted, from its first to its last day, between members that are not inactive.
 */
@RequestScoped
public class DelegatedPrograms {

    private static final String OPEN = """
            select d.grantor, d.government from delegation d
            where d.intermediary = :intermediary and d.state = 'ACCEPTED' and d.scopes @> array['PROGRAMS']
              and d.valid_from <= :today and (d.valid_until is null or d.valid_until >= :today)
              and not exists (select from organization o
                              where o.id in (d.intermediary, d.grantor) and o.state <> 'ACTIVE')
            """;

    private final Caller caller;
    private final Session database;
    private final Clock clock;
    private Map<UUID, Optional<String>> grantors;

    @Inject
    DelegatedPrograms(Caller caller, Session database, Clock clock) {
        this.caller = caller;
        this.database = database;
        this.clock = clock;
    }

    /** Whether the caller may write for that member organisation. */
    public boolean of(UUID grantor) {
        return grantors().containsKey(grantor);
    }

    /** The member organisation that is this government, if the caller may write for it. */
    public Optional<UUID> ofGovernment(String code) {
        return grantors().entrySet().stream()
                .filter(grantor -> grantor.getValue().filter(code::equals).isPresent())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private Map<UUID, Optional<String>> grantors() {
        if (grantors == null) {
            grantors = caller.is(Roles.INTERMEDIARY)
                    ? caller.organization().map(this::open).orElseGet(Map::of)
                    : Map.of();
        }
        return grantors;
    }

    private Map<UUID, Optional<String>> open(UUID intermediary) {
        Map<UUID, Optional<String>> open = new HashMap<>();
        database.createNativeQuery(OPEN, Object[].class)
                .setParameter("intermediary", intermediary)
                .setParameter("today", LocalDate.now(clock))
                .getResultList()
                .forEach(row -> open.put((UUID) row[0], Optional.ofNullable((String) row[1])));
        return open;
    }
}
