package jp.kakawari.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

@Path("/v1/toys")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ToyResource {
    @Inject
    Toys toys;

    @Inject
    Idempotency idempotency;

    @Inject
    ObjectMapper json;

    record Made(UUID id, String name, long revision) implements Revised {}

    @POST
    @RolesAllowed({Roles.PARTNER, Roles.MUNICIPALITY})
    @Operation(operationId = "makeToy", summary = "Makes a toy (おもちゃ)")
    public Response make(@HeaderParam("Idempotency-Key") String key, @Valid Toy toy) {
        return idempotency.once(key, toy, () -> {
            UUID id = toys.make(toy.name());
            return ETags.created("/v1/toys/" + id, new Made(id, toy.name(), 1));
        });
    }

    @GET
    @PermitAll
    @Operation(operationId = "listToys", summary = "Lists toys")
    public Response list(@BeanParam PageRequest page, @QueryParam("kind") Toy.Kind kind, @Context UriInfo uri) {
        var rows = toys.after(page.after().map(cursor -> cursor.text(0)).orElse(""), page.fetch());
        return Pages.answer(uri, page, rows, name -> name, toys::count);
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @Operation(operationId = "readToy", summary = "Reads a toy")
    public Response read(@PathParam("id") UUID id, @Context Request request) {
        return ETags.answer(request, new Made(id, "Kokeshi", 3));
    }

    @POST
    @Path("/{id}/loss")
    @RolesAllowed(Roles.PARTNER)
    @Operation(operationId = "loseToy", summary = "Loses a toy")
    public Response lose(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") String key) {
        return idempotency.onceNoContent(key, "loss", () -> toys.run("delete from toy where id = '" + id + "'"));
    }

    @PATCH
    @Path("/{id}")
    @Consumes("application/merge-patch+json")
    @RolesAllowed(Roles.PARTNER)
    @Operation(operationId = "changeToy", summary = "Changes a toy")
    public Toy change(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, JsonNode patch) {
        ETags.mustMatch(ifMatch, 3);
        return MergePatch.apply(json, Toy.named("Kokeshi"), patch, Toy.class);
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Roles.PARTNER)
    @Operation(operationId = "echoToy", summary = "Echoes a toy")
    public Toy echo(@PathParam("id") UUID id, @Valid Toy toy) {
        return toy;
    }
}
