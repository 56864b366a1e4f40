package jp.kakawari.catalog.search;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jp.kakawari.catalog.CacheableAnswer;
import jp.kakawari.web.PageRequest;
import jp.kakawari.web.Pages;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/programs")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "programs")
class SearchResource {

    private static final String ONE_MINUTE = "public, max-age=60";

    private final SearchPrograms programs;
    private final CacheableAnswer answer;

    @Inject
    SearchResource(SearchPrograms programs, CacheableAnswer answer) {
        this.programs = programs;
        this.answer = answer;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "searchPrograms",
            summary = "Search the programs (プログラム検索) of all regions; open to everybody")
    @APIResponse(
            responseCode = "200",
            description = "One page of hits",
            content = @Content(schema = @Schema(implementation = SearchPage.class)))
    public Response search(
            @BeanParam @Valid ProgramQuery query,
            @BeanParam PageRequest page,
            @Context Request request,
            @Context UriInfo uri) {
        SearchPage found = programs.find(query, page);
        Object link = Pages.answer(found.page(), uri).getHeaderString("Link");
        return answer.to(request, found, ONE_MINUTE)
                .header(HttpHeaders.LINK, link)
                .build();
    }
}
