package jp.kakawari.matching.supporter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kakawari.contracts.registry.SupporterChanged;
import jp.kakawari.matching.KnownEvents;
import jp.kakawari.web.Caller;
import jp.kakawari.web.Roles;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** The known supporters, and the one place that decides who may act for one of them. */
@ApplicationScoped
public class Supporters {
    private static final String UPSERT = """
            insert into supporter (id, revision, state, registered_by, municipalities, reachable_in, body)
            select (b->>'id')::uuid, (b->>'revision')::bigint, b->>'state', (known->>'registeredBy')::uuid,
                   array(select tie->>'municipality' from jsonb_path_query(known, '$.ties[*]') tie),
                   array(select tie->>'municipality'
                         from jsonb_path_query(known, '$.ties[*] ? (@.mailConsent == true)') tie), known
            from jsonb_array_elements(cast(:bodies as jsonb)) b,
                 lateral (select case when b->>'state' = 'ACTIVE' then b end) kept (known)
            order by 1
            on conflict (id) do update set
                revision = excluded.revision, state = excluded.state, registered_by = excluded.registered_by,
                municipalities = excluded.municipalities, reachable_in = excluded.reachable_in, body = excluded.body
            where excluded.revision > supporter.revision
            """;

    private static final String FOR_CALLER = """
            from supporter
            where id = :id and state = 'ACTIVE'
              and (id = :self or registered_by = :organization or :municipality = any(municipalities))
            """;

    static final String REACHABLE = """
            select id, body->>'prefecture', cast(body->'interests' as text), cast(body->'skills' as text), body->>'mode',
                   tie->>'stage', cast(tie->>'resident' as boolean)
            from supporter, lateral jsonb_path_query_first(
                body, '$.ties[*] ? (@.municipality == $code)', jsonb_build_object('code', cast(:municipality as text))) tie
            where state = 'ACTIVE' and reachable_in @> array[cast(:municipality as text)]
              and (body->'guardianMissing') is distinct from 'true'
              and (:own or registered_by = :organization)
              and not exists (select from matching_consent c
                              where c.supporter = supporter.id and c.refused
                                and c.recipient in (cast(:municipality as text), cast(:organization as text)))
            """;

    private static final int ROWS_AT_ONCE = 1_000;

    private static final UUID NOBODY = new UUID(0, 0);

    @Inject
    EntityManager database;

    @Inject
    Caller caller;

    /** Takes over states, at most one of each supporter. */
    @Transactional(TxType.MANDATORY)
    public void learn(Collection<SupporterChanged> states) {
        database.createNativeQuery(UPSERT)
                .setParameter("bodies", KnownEvents.write(states))
                .executeUpdate();
    }

    /** Those of them that are known as removed. */
    @Transactional(TxType.MANDATORY)
    public Set<UUID> removed(Collection<UUID> ids) {
        List<?> rows = database.createNativeQuery("select id from supporter where id in (:ids) and state = 'REMOVED'")
                .setParameter("ids", ids)
                .getResultList();
        return rows.stream().map(UUID.class::cast).collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Somebody who seeks programs.
     *
     * @param applied programs to which they have applied, however that went
     */
    public record Seeking(SupporterChanged supporter, Set<UUID> applied) {
        private static Seeking of(Object[] row) {
            return new Seeking(KnownEvents.read((String) row[0], SupporterChanged.class), Set.of((UUID[]) row[1]));
        }
    }

    /**
     * The supporter for whom the caller acts: the person, the organisation that registered them, or a municipality they
     * have a tie to. To everybody else they don't exist.
     */
    @Transactional
    public Seeking forCaller(UUID id) {
        NativeQuery<Object[]> query = database.unwrap(Session.class)
                .createNativeQuery(
                        "select cast(body as text) as known, array(select distinct program from application a"
                                + " where a.supporter = supporter.id) as applied " + FOR_CALLER,
                        Object[].class)
                .addScalar("known", String.class)
                .addScalar("applied", UUID[].class);
        return ofCaller(query, id).map(Seeking::of).orElseThrow(SupporterNotFound::new);
    }

    /** The same, and they can't be removed before this transaction ends. */
    @Transactional(TxType.MANDATORY)
    public SupporterChanged forCallerToChange(UUID id) {
        NativeQuery<String> query = database.unwrap(Session.class)
                .createNativeQuery("select cast(body as text) " + FOR_CALLER + " for share", String.class);
        return ofCaller(query, id)
                .map(body -> KnownEvents.read(body, SupporterChanged.class))
                .orElseThrow(SupporterNotFound::new);
    }

    /**
     * Hands over, one by one, those whom a municipality may ask for help: active, tied to it, and with its mail welcome.
     * The municipality itself reaches all of them, everybody else only those that their organisation registered. Nobody
     * reaches those who refused them, or the municipality, the consent to matching, nor minors whose guardian didn't consent.
     */
    @Transactional(TxType.MANDATORY)
    public void reachable(String municipality, Consumer<Reachable> each) {
        try (Stream<Object[]> rows = database.unwrap(Session.class)
                .createNativeQuery(REACHABLE, Object[].class)
                .setFetchSize(ROWS_AT_ONCE)
                .setParameter("municipality", municipality)
                .setParameter("own", municipality.equals(ownMunicipality()))
                .setParameter("organization", caller.organization().orElse(NOBODY))
                .getResultStream()) {
            rows.map(Reachable::of).forEach(each);
        }
    }

    /** Empty for everybody who is no municipality. */
    private String ownMunicipality() {
        return caller.is(Roles.MUNICIPALITY) ? caller.government().orElse("") : "";
    }

    private <T> Optional<T> ofCaller(NativeQuery<T> query, UUID id) {
        return query
                .setParameter("id", id)
                .setParameter("self", caller.supporter().orElse(NOBODY))
                .setParameter("organization", caller.organization().orElse(NOBODY))
                .setParameter("municipality", ownMunicipality())
                .getResultList()
                .stream()
                .findFirst();
    }
}
