package jp.kakawari.matching.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.kakawari.contracts.matching.ApplicationChanged.State;
import jp.kakawari.matching.application.Applications.Filter;
import jp.kakawari.matching.application.Applications.Hosted;
import jp.kakawari.matching.application.Applications.Queues;
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
        return page(filter, page, this::views);
    }

    /** Those of one program, for its host; to others the program does not exist. */
    @Transactional
    public Page<ApplicationView> ofProgram(UUID program, State state, PageRequest page) {
        Map<UUID, Hosted> hosted = applications.hosted(Set.of(program), standing.intermediary());
        if (!hosted.containsKey(program) || !standing.isHost(hosted.get(program))) {
            throw new ProgramNotFound();
        }
        return page(new Filter(program, null, null, state), page, shown -> views(shown, hosted));
    }

    private Page<ApplicationView> page(
            Filter filter, PageRequest page, Function<List<Application>, List<ApplicationView>> views) {
        List<Application> rows = applications.page(filter, page);
        Page<Application> shown = Page.of(rows, page, last -> Cursor.of(last.id()), () -> applications.count(filter));
        return new Page<>(views.apply(shown.items()), shown.next(), shown.count());
    }

    private List<ApplicationView> views(List<Application> shown) {
        Set<UUID> programs = shown.stream().map(Application::program).collect(Collectors.toSet());
        return views(shown, applications.hosted(programs, standing.intermediary()));
    }

    private List<ApplicationView> views(List<Application> shown, Map<UUID, Hosted> programs) {
        Queues queues = applications.queues(shown);
        return shown.stream()
                .map(application -> {
                    Hosted program = programs.get(application.program());
                    Set<Side> sides = standing.in(application, program);
                    Integer position = queues.positions().get(application.id());
                    return ApplicationView.of(application, position, sides, program.intake(), queues.now());
                })
                .toList();
    }
}
