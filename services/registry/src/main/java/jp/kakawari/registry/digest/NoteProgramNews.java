package jp.kakawari.registry.digest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import jp.kakawari.contracts.catalog.ProgramChanged;
import jp.kakawari.outbox.Received;

/** Remembers of programs what a digest tells (新着プログラム); the time at which one was first heard of here stays. */
@ApplicationScoped
public class NoteProgramNews {

    private static final String FOR_SOME = "FOR_SOME";

    private final EntityManager database;
    private final NewsOrder order;
    private final Clock clock;

    NoteProgramNews(EntityManager database, NewsOrder order, Clock clock) {
        this.database = database;
        this.order = order;
        this.clock = clock;
    }

    @Transactional
    public void note(List<Received<ProgramChanged>> batch) {
        List<ProgramChanged> programs =
                Received.newest(batch, ProgramChanged::id, ProgramChanged::revision, ProgramChanged::removed);
        if (programs.isEmpty()) {
            return;
        }
        order.tell();
        database.createNativeQuery("""
                        insert into program_news (id, revision, state, title, municipality, first_told)
                        select id, revision, state, title, municipality, cast(:now as timestamptz)
                        from unnest(:ids, :revisions, :states, :titles, :municipalities)
                            as told (id, revision, state, title, municipality)
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
                        "states", programs.stream().map(NoteProgramNews::state).toArray(String[]::new))
                .setParameter(
                        "titles", programs.stream().map(ProgramChanged::title).toArray(String[]::new))
                .setParameter(
                        "municipalities",
                        programs.stream().map(NoteProgramNews::municipality).toArray(String[]::new))
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    /** News are for everybody: what only some may apply to is none. */
    private static String state(ProgramChanged program) {
        return program.openTo().isEmpty() ? program.state().name() : FOR_SOME;
    }

    private static String municipality(ProgramChanged program) {
        return program.municipalities().stream().findFirst().orElse(null);
    }
}
