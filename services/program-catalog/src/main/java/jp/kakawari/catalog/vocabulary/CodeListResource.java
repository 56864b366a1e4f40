package jp.kakawari.catalog.vocabulary;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import jp.kakawari.catalog.CacheableAnswer;
import jp.kakawari.web.NotFound;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/code-lists")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "code lists", description = "The words that programs are described with (コードリスト)")
class CodeListResource {

    private static final String ONE_HOUR = "public, max-age=3600";

    private final Vocabulary vocabulary;
    private final CacheableAnswer answer;

    @Inject
    CodeListResource(Vocabulary vocabulary, CacheableAnswer answer) {
        this.vocabulary = vocabulary;
        this.answer = answer;
    }

    @GET
    @Path("/{name}")
    @PermitAll
    @Operation(
            operationId = "readCodeList",
            summary = "A code list (コードリスト) in Japanese and English; themes are the words in use")
    @APIResponse(
            responseCode = "200",
            description = "The list in its order",
            content = @Content(schema = @Schema(implementation = CodeListView.class)))
    public Response read(
            @Parameter(
                            description = "themes, activities, types, modes, relation-classes or scheme-types",
                            example = "types")
                    @PathParam("name")
                    String name,
            @Context Request request) {
        List<CodeItem> items = name.equals("themes") ? vocabulary.themes() : vocabulary.items(name);
        if (items.isEmpty() && !name.equals("themes")) {
            throw new NotFound("There is no code list of that name.", "その名前のコードリストはありません。");
        }
        return answer.to(request, new CodeListView(name, items), ONE_HOUR).build();
    }
}
