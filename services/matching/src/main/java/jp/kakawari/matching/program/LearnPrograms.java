package jp.kakawari.matching.program;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import jp.kakawari.contracts.Topic;
import jp.kakawari.contracts.catalog.ProgramChanged;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.outbox.Received;
import jp.kakawari.outbox.Subscription;

/** Follows catalog.program.v1. */
@ApplicationScoped
class LearnPrograms implements Subscription<ProgramChanged> {
    @Inject
    Programs programs;

    @Override
    public Topic topic() {
        return Topic.CATALOG_PROGRAM;
    }

    @Override
    public Class<ProgramChanged> type() {
        return ProgramChanged.class;
    }

    @Override
    @Transactional
    public void handle(List<Received<ProgramChanged>> batch) {
        List<ProgramChanged> newest =
                Received.newest(batch, ProgramChanged::id, ProgramChanged::revision, ProgramChanged::removed);
        newest.forEach(LearnPrograms::mustNamePlacesThatExist);
        if (!newest.isEmpty()) {
            programs.learn(newest);
        }
    }

    /** A wrong code would break every later reader: better one dead letter than an index that can't be built. */
    private static void mustNamePlacesThatExist(ProgramChanged program) {
        if (program.hostGovernment() != null) {
            new LocalGovernmentCode(program.hostGovernment());
        }
        if (program.municipalities() != null) {
            program.municipalities().forEach(LocalGovernmentCode::new);
        }
    }
}
