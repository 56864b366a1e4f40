package jp.kakawari.web;

import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.function.Supplier;

/** What no resource answers is answered in the same form as everything else. */
@ApplicationScoped
class Unrouted {
    private static final Map<Integer, Supplier<Refusal>> BY_STATUS = Map.of(
            400, StandardProblems.BadRequest::new,
            404, NotFound::new,
            405, StandardProblems.MethodNotAllowed::new);

    void register(@Observes Router router) {
        BY_STATUS.forEach((status, refusal) ->
                router.errorHandler(status, context -> ProblemAnswer.send(refusal.get(), context)));
    }
}
