package jp.kakawari.matching.program;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.List;
import jp.kakawari.contracts.catalog.ProgramChanged;
import jp.kakawari.matching.KnownEvents;

/** The known programs. A state that is not newer than the known one changes nothing. */
@ApplicationScoped
public class Programs {
    private static final String UPSERT = """
            insert into program (id, revision, state, host, host_government, selection, activity,
                                 opens, closes, places, ceiling, open_to, body)
            select (b->>'id')::uuid, (b->>'revision')::bigint, b->>'state', (b->>'host')::uuid, b->>'hostGovernment',
                   coalesce(b->>'selection', 'FIRST_COME'), b->>'activity', (b->>'applicationOpens')::timestamptz,
                   (b->>'applicationCloses')::timestamptz, (b->>'capacity')::integer, (b->>'capacity')::integer,
                   array(select jsonb_array_elements_text(b->'openTo')::uuid), b
            from jsonb_array_elements(cast(:bodies as jsonb)) told
                 left join program known on known.id = (told->>'id')::uuid
                 cross join lateral (
                     select case when told->>'host' is null
                         then known.body || jsonb_build_object('revision', told->'revision', 'state', told->'state')
                         else told end) state (b)
            where b is not null
            order by 1
            on conflict (id) do update set
                revision = excluded.revision, state = excluded.state, host = excluded.host,
                host_government = excluded.host_government, selection = excluded.selection,
                activity = excluded.activity, opens = excluded.opens, closes = excluded.closes,
                places = excluded.places, open_to = excluded.open_to,
                ceiling = case when excluded.places is not null then greatest(excluded.places, program.taken) end,
                body = excluded.body, changed_in = pg_current_xact_id()
            where excluded.revision > program.revision
            """;

    private static final String CHANGED_SINCE = """
            with now as (select pg_snapshot_xmin(pg_current_snapshot()) as oldest_running)
            select cast(now.oldest_running as text), cast(program.body as text)
            from now left join program on program.changed_in >= cast(:since as xid8)
            """;

    @Inject
    EntityManager database;

    /**
     * What changed since a position (0 for everything), and the position to ask from next time: the oldest transaction
     * that was still running. Some changes may come twice, none is missed.
     */
    public record Changes(List<ProgramChanged> programs, long position) {}

    /** Takes over states, at most one of each program. One without a host leaves all else as it is known. */
    @Transactional(TxType.MANDATORY)
    public void learn(Collection<ProgramChanged> states) {
        database.createNativeQuery(UPSERT)
                .setParameter("bodies", KnownEvents.write(states))
                .executeUpdate();
    }

    @Transactional
    public Changes changedSince(long position) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = database.createNativeQuery(CHANGED_SINCE)
                .setParameter("since", Long.toString(position))
                .getResultList();
        List<ProgramChanged> programs = rows.stream()
                .filter(row -> row[1] != null)
                .map(row -> KnownEvents.read((String) row[1], ProgramChanged.class))
                .toList();
        return new Changes(programs, Long.parseLong((String) rows.getFirst()[0]));
    }
}
