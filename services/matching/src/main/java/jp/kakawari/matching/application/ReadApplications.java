package jp.kakawari.matching.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.kakawari.matching.application.Applications.Filter;
import jp.kakawari.web.Cursor;
import jp.kakawari.web.Page;
import jp.kakawari.web.PageRequest;

/** Shows applications to those who stand on one of their sides, with the place in the queue and what can be done. */
@ApplicationScoped
class ReadApplications {
    @Inject
    Applications applications;

    @Inject
    Standing standing;

    /** A view and the revision it shows. */
    record Shown(ApplicationView view, long revision) {}

    @Transactional
    public Shown one(UUID id) {
        Application application = applications.findByIdOptional(id).orElseThrow(ApplicationNotFound::new);
        return new Shown(views(List.of(application)).getFirst(), application.revision());
    }

    @Transactional
    public Page<ApplicationView> page(Filter filter, PageRequest page) {
        List<Application> rows = applications.page(filter, page);
        Page<Application> shown = Page.of(rows, page, last -> Cursor.of(last.id()), () -> applications.count(filter));
        return new Page<>(views(shown.items()), shown.next(), shown.count());
    }

    @Transactional
    public void mustHost(UUID program) {
        Intake intake = applications.intakes(Set.of(program)).get(program);
        if (intake == null || !standing.isHost(intake)) {
            throw new ProgramNotFound();
        }
    }

    private List<ApplicationView> views(List<Application> shown) {
        Set<UUID> programs = shown.stream().map(Application::program).collect(Collectors.toSet());
        Map<UUID, Intake> intakes = applications.intakes(programs);
        Map<UUID, Integer> positions = applications.positions(shown);
        Instant now = applications.now();
        return shown.stream()
                .map(application -> {
                    Intake intake = intakes.get(application.program());
                    Set<Side> sides = standing.in(application, intake);
                    return ApplicationView.of(application, positions.get(application.id()), sides, intake, now);
                })
                .toList();
    }
}
