package jp.kakawari.web;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;

/** A {@link Refusal} as {@code application/problem+json} (RFC 9457) in the caller's language. */
record ProblemAnswer(int status, String language, Map<String, String> headers, String json) {
    static final String MEDIA_TYPE = "application/problem+json";

    static ProblemAnswer of(Refusal refusal, HttpServerRequest request) {
        boolean english = Languages.prefersEnglish(request.getHeader("Accept-Language"));
        Problem problem = refusal.problem();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", "/problems/" + problem.code());
        json.put("title", english ? problem.title() : problem.titleJa());
        json.put("status", problem.status());
        if (refusal.detail(english) != null) {
            json.put("detail", refusal.detail(english));
        }
        json.put("instance", request.path());
        json.put("code", problem.code());
        json.putAll(refusal.members());
        if (!refusal.flaws().isEmpty()) {
            json.put(
                    "errors",
                    refusal.flaws().stream().map(flaw -> flaw.toJson(english)).toList());
        }
        return new ProblemAnswer(
                problem.status(),
                english ? "en" : "ja",
                headers(problem, request),
                JsonObject.mapFrom(json).encode());
    }

    private static Map<String, String> headers(Problem problem, HttpServerRequest request) {
        return switch (problem.status()) {
            case 401 ->
                Map.of(
                        "WWW-Authenticate",
                        request.getHeader("Authorization") == null ? "Bearer" : "Bearer error=\"invalid_token\"");
            case 503 -> Map.of("Retry-After", "5");
            default -> Map.of();
        };
    }

    Response.ResponseBuilder toResponse() {
        Response.ResponseBuilder response = Response.status(status)
                .type(MEDIA_TYPE)
                .header("Content-Language", language)
                .header("Vary", "Accept-Language")
                .entity(json);
        headers.forEach(response::header);
        return response;
    }

    /** For refusals outside JAX-RS. */
    static void send(Refusal refusal, RoutingContext context) {
        ProblemAnswer answer = of(refusal, context.request());
        var response = context.response()
                .setStatusCode(answer.status)
                .putHeader("Content-Type", MEDIA_TYPE)
                .putHeader("Content-Language", answer.language)
                .putHeader("Vary", "Accept-Language");
        answer.headers.forEach(response::putHeader);
        response.end(answer.json);
    }
}
