package jp.kakawari.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where a thrown thing becomes an answer: every error of a service has the same form. */
public class ProblemMapper {
    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

    @Inject
    ApiDocument document;

    @ServerExceptionMapper({
        Throwable.class,
        Refusal.class,
        WebApplicationException.class,
        NotFoundException.class,
        JsonProcessingException.class,
        MismatchedInputException.class,
        InvalidDefinitionException.class,
        ValidationException.class,
        AuthenticationCompletionException.class,
        AuthenticationFailedException.class,
        UnauthorizedException.class,
        ForbiddenException.class
    })
    public Response answer(Throwable thrown, HttpServerRequest request, ResourceInfo resource) {
        if (thrown instanceof WebApplicationException answered
                && answered.getResponse().getStatus() < 400) {
            return answered.getResponse();
        }
        Response.ResponseBuilder response =
                ProblemAnswer.of(refusal(thrown, resource), request).toResponse();
        if (thrown instanceof NotAllowedException) {
            response.header(HttpHeaders.ALLOW, String.join(", ", document.methodsOf(request.path())));
        }
        return response.build();
    }

    private static Refusal refusal(Throwable thrown, ResourceInfo resource) {
        return switch (thrown) {
            case Refusal refusal -> refusal;
            case InvalidDefinitionException ours -> unexpected(ours);
            case JsonProcessingException json -> JsonFlaws.of(json);
            case ConstraintViolationException violation
            when Violations.areOfTheInput(violation) -> Violations.of(violation, resource);
            case ForbiddenException _ -> new StandardProblems.Forbidden();
            case UnauthorizedException _, AuthenticationFailedException _, AuthenticationCompletionException _ ->
                new StandardProblems.Unauthenticated();
            case WebApplicationException http -> ofHttp(http);
            default -> unexpected(thrown);
        };
    }

    private static Refusal ofHttp(WebApplicationException http) {
        for (Throwable cause = http.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
            if (cause instanceof JsonProcessingException json) {
                return JsonFlaws.of(json);
            }
        }
        return switch (http.getResponse().getStatus()) {
            case 401 -> new StandardProblems.Unauthenticated();
            case 403 -> new StandardProblems.Forbidden();
            case 404 -> new NotFound();
            case 405 -> new StandardProblems.MethodNotAllowed();
            case 406 -> new StandardProblems.NotAcceptable();
            case 415 -> new StandardProblems.UnsupportedMediaType();
            default -> http.getResponse().getStatus() >= 500 ? unexpected(http) : new StandardProblems.BadRequest();
        };
    }

    /** Not ours to explain, or not to be explained: the log has the cause under the request's id, the caller has not. */
    private static Refusal unexpected(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case Refusal refusal -> {
                    return refusal;
                }
                case SQLException sql
                when Databases.refusesText(sql) -> {
                    return new StandardProblems.InvalidCharacter();
                }
                case SQLException sql
                when Databases.refusesTime(sql) -> {
                    return new StandardProblems.InvalidDate();
                }
                case SQLException sql
                when Databases.isUnavailable(sql) -> {
                    LOG.warnf("The database is not available: %s", sql.getSQLState());
                    return new StandardProblems.TemporarilyUnavailable();
                }
                default -> {}
            }
            if (cause.getClass().getName().equals("jakarta.persistence.OptimisticLockException")) {
                return new PreconditionFailed();
            }
        }
        LOG.error("A request failed", WithoutMessages.of(thrown));
        LOG.debug("The same with its messages, which may hold personal data", thrown);
        return new StandardProblems.InternalError();
    }
}
