package jp.kakawari.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** One error answer of the OpenAPI document, as a shared component with an example. */
record CommonStatus(int status, String name, String description, Class<? extends Refusal> sample) {

    static final Map<String, CommonStatus> ALL = new TreeMap<>();

    static {
        add(400, "BadRequest", "Malformed: a parameter or the JSON can't be read", InvalidParameter.class);
        add(401, "Unauthenticated", "No valid token (認証が必要)", StandardProblems.Unauthenticated.class);
        add(403, "Forbidden", "Role, scope or ownership is missing (権限がない)", NotYours.class);
        add(404, "NotFound", "Nothing here, or nothing that the caller may know of (該当なし)", NotFound.class);
        add(
                409,
                "Conflict",
                "The state forbids it (状態の競合); see allowedActions",
                IdempotencyProblems.StillRunning.class);
        add(412, "PreconditionFailed", "Changed since it was read (更新の競合)", PreconditionFailed.class);
        add(413, "BodyTooLarge", "The body is too large (本文が大きすぎる)", StandardProblems.BodyTooLarge.class);
        add(415, "UnsupportedMediaType", "This Content-Type is not taken", StandardProblems.UnsupportedMediaType.class);
        add(422, "InvalidBody", "Understood but invalid (内容の誤り); errors names each place", InvalidBody.class);
        add(428, "PreconditionRequired", "If-Match is required", PreconditionRequired.class);
        add(429, "TooManyRequests", "Too many requests; see Retry-After", StandardProblems.TooManyRequests.class);
    }

    private static void add(int status, String name, String description, Class<? extends Refusal> sample) {
        ALL.put(Integer.toString(status), new CommonStatus(status, name, description, sample));
    }

    APIResponse toResponse(Content content) {
        APIResponse response =
                OASFactory.createAPIResponse().description(description).content(content);
        if (status == 429) {
            response.addHeader(
                    "Retry-After",
                    OASFactory.createHeader()
                            .description("Seconds to wait")
                            .schema(OASFactory.createSchema().addType(Schema.SchemaType.INTEGER)));
        }
        return response;
    }

    Map<String, Object> example() {
        Problem problem = sample.getAnnotation(Problem.class);
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("type", "/problems/" + problem.code());
        example.put("title", problem.titleJa());
        example.put("status", status);
        example.put("instance", "/v1/…");
        example.put("code", problem.code());
        return example;
    }
}
