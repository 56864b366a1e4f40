package jp.kakawari.registry.duplicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.registry.personal.Personal;
import jp.kakawari.registry.personal.PersonalData;
import jp.kakawari.registry.personal.PersonalReads;
import jp.kakawari.registry.supporter.MemberNumber;
import jp.kakawari.web.NotFound;
import jp.kakawari.web.Page;
import jp.kakawari.web.PageRequest;

/**
 * Candidates are leafed through (名寄せの候補の閲覧): by a municipality with the names of both people, which is recorded as a read of
 * both, by the operator without anything of them.
 */
@ApplicationScoped
class ReadCandidates {

    /** A supporter as the municipality knows them. */
    record Known(String memberNumber, Personal opened) {}

    private final Candidates candidates;
    private final PersonalData personalData;
    private final PersonalReads reads;
    private final EntityManager database;

    ReadCandidates(Candidates candidates, PersonalData personalData, PersonalReads reads, EntityManager database) {
        this.candidates = candidates;
        this.personalData = personalData;
        this.reads = reads;
        this.database = database;
    }

    @Transactional
    Page<CandidateView> page(State state, PageRequest request) {
        return page(Desk.ofOperator(), state, request).map(CandidateView::of);
    }

    @Transactional
    CandidateView one(UUID id) {
        return CandidateView.of(candidates.of(Desk.ofOperator(), id).orElseThrow(NotFound::new));
    }

    @Transactional
    Page<TownCandidateView> page(LocalGovernmentCode municipality, State state, PageRequest request) {
        Page<Candidate> page = page(Desk.of(municipality), state, request);
        Map<UUID, Known> known = read(municipality, page.items());
        return page.map(candidate -> view(candidate, known));
    }

    @Transactional
    TownCandidateView one(LocalGovernmentCode municipality, UUID id) {
        Candidate candidate = candidates.of(Desk.of(municipality), id).orElseThrow(NotFound::new);
        return view(candidate, read(municipality, List.of(candidate)));
    }

    private Page<Candidate> page(Desk desk, State state, PageRequest request) {
        return Page.of(
                candidates.page(desk, state, request),
                request,
                Candidates::position,
                () -> candidates.count(desk, state));
    }

    private static TownCandidateView view(Candidate candidate, Map<UUID, Known> known) {
        return TownCandidateView.of(
                candidate,
                known.get(candidate.pair().a()),
                known.get(candidate.pair().b()));
    }

    private Map<UUID, Known> read(LocalGovernmentCode municipality, List<Candidate> shown) {
        List<UUID> supporters = shown.stream()
                .flatMap(candidate ->
                        Stream.of(candidate.pair().a(), candidate.pair().b()))
                .distinct()
                .toList();
        reads.record(PersonalReads.Purpose.MUNICIPALITY_DUPLICATES, supporters);
        List<?> rows = database.createNativeQuery("""
                        select s.id, case when t.source_system = :list then t.source_id end, s.personal
                        from tie t join supporter s on s.id = t.supporter
                        where t.municipality = :municipality and t.supporter = any(:ids)
                        """)
                .setParameter("list", MemberNumber.SOURCE)
                .setParameter("municipality", municipality.value())
                .setParameter("ids", supporters.toArray(UUID[]::new))
                .getResultList();
        Map<UUID, Known> known = new HashMap<>();
        for (Object row : rows) {
            Object[] values = (Object[]) row;
            UUID id = (UUID) values[0];
            known.put(id, new Known((String) values[1], personalData.open(id, (byte[]) values[2])));
        }
        return known;
    }
}
