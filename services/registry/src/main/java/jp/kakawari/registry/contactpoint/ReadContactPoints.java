package jp.kakawari.registry.contactpoint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.kakawari.web.Caller;
import jp.kakawari.web.NotFound;
import jp.kakawari.web.PageRequest;

/** Everybody reads where people can ask (窓口一覧), and how many were introduced there. */
@ApplicationScoped
class ReadContactPoints {

    private final ContactPoints points;
    private final Caller caller;

    ReadContactPoints(ContactPoints points, Caller caller) {
        this.points = points;
        this.caller = caller;
    }

    @Transactional
    ContactPointView one(UUID id) {
        return counted(List.of(points.findByIdOptional(id).orElseThrow(NotFound::new)))
                .getFirst();
    }

    /** One row more than the page shows. */
    @Transactional
    List<ContactPointView> page(ContactPoints.Filter filter, PageRequest page) {
        return counted(points.page(filter, page));
    }

    long count(ContactPoints.Filter filter) {
        return points.count(filter);
    }

    private List<ContactPointView> counted(List<ContactPoint> found) {
        Map<UUID, Long> referred = points.referred(found);
        return found.stream()
                .map(point -> point.view(referred.getOrDefault(point.id(), 0L), caller))
                .toList();
    }
}
