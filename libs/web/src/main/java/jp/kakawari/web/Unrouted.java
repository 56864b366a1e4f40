package jp.kakawari.web;

import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** What no resource answers is answered in the same form as everything else. */
@ApplicationScoped
class Unrouted {
    void register(@Observes Router router) {
        router.errorHandler(404, context -> ProblemAnswer.send(new NotFound(), context));
        router.errorHandler(405, context -> ProblemAnswer.send(new StandardProblems.MethodNotAllowed(), context));
    }
}
