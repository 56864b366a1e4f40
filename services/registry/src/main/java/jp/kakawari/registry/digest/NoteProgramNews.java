package jp.kakawari.registry.digest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.kakawari.contracts.catalog.ProgramChanged;
import jp.kakawari.outbox.Received;

/** Remembers of programs what a digest tells (新着プログラム); the day on which one was first heard of stays. */
@ApplicationScoped
public class NoteProgramNews {

    private final EntityManager database;

    NoteProgramNews(EntityManager database) {
        this.database = database;
    }

    @Transactional
    public void note(List<Received<ProgramChanged>> batch) {
        Map<UUID, Long> told = new HashMap<>();
        batch.stream()
                .filter(received -> !received.tombstone())
                .forEach(received ->
                        told.putIfAbsent(received.body().id(), received.time().toEpochMilli()));
        List<ProgramChanged> programs =
                Received.newest(batch, ProgramChanged::id, ProgramChanged::revision, ProgramChanged::removed);
        if (programs.isEmpty()) {
            return;
        }
        database.createNativeQuery("""
                        insert into program_news (id, revision, state, title, municipality, first_told)
                        select id, revision, state, title, municipality, coalesce(to_timestamp(at / 1000.0), now())
                        from unnest(:ids, :revisions, :states, :titles, :municipalities, :times)
                            as told (id, revision, state, title, municipality, at)
                        order by id
                        on conflict (id) do update set
                            revision = excluded.revision, state = excluded.state, title = excluded.title,
                            municipality = excluded.municipality
                        where excluded.revision > program_news.revision
                        """)
                .setParameter("ids", programs.stream().map(ProgramChanged::id).toArray(UUID[]::new))
                .setParameter(
                        "revisions",
                        programs.stream().map(ProgramChanged::revision).toArray(Long[]::new))
                .setParameter(
                        "states",
                        programs.stream().map(program -> program.state().name()).toArray(String[]::new))
                .setParameter(
                        "titles", programs.stream().map(ProgramChanged::title).toArray(String[]::new))
                .setParameter(
                        "municipalities",
                        programs.stream().map(NoteProgramNews::municipality).toArray(String[]::new))
                .setParameter(
                        "times",
                        programs.stream().map(program -> told.get(program.id())).toArray(Long[]::new))
                .executeUpdate();
    }

    private static String municipality(ProgramChanged program) {
        return program.municipalities().stream().findFirst().orElse(null);
    }
}
