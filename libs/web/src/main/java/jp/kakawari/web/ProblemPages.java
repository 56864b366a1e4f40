package jp.kakawari.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What a problem's {@code type} points to: one small page per code, from the OpenAPI document. */
@Path("/problems/{code}")
@RunOnVirtualThread
public class ProblemPages {
    @Inject
    ApiDocument document;

    @GET
    @PermitAll
    @Operation(hidden = true)
    @Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
    public String page(@PathParam("code") String code) {
        JsonNode problem = document.problem(code)
                .orElseThrow(() -> new NotFound("There is no problem with this code.", "このコードのエラーはありません。"));
        return """
                <!DOCTYPE html>
                <html lang="ja"><meta charset="utf-8"><title>%1$s</title>
                <h1>%3$s</h1>
                <p lang="en">%4$s</p>
                <p>HTTP %2$d · code <code>%1$s</code></p>
                <p><a href="/q/docs">API</a></p>
                </html>
                """.formatted(
                        code,
                        problem.get("status").asInt(),
                        problem.get("titleJa").asText(),
                        problem.get("title").asText());
    }
}
