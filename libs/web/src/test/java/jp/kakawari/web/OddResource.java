package jp.kakawari.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What the other tests need: failures, streams, callers. */
@Path("/v1")
@RunOnVirtualThread
class OddResource {
    @Inject
    Caller caller;

    @Inject
    Toys toys;

    @GET
    @Path("/failure")
    @PermitAll
    @Operation(operationId = "fail", summary = "Fails")
    public String fail() {
        throw new IllegalStateException("山田花子 090-1234-5678");
    }

    @GET
    @Path("/refusal")
    @PermitAll
    @Operation(operationId = "refuse", summary = "Refuses")
    public String refuse() {
        throw new ToyBroken();
    }

    record Times(
            @QueryParam("since") OffsetDateTime since,
            @QueryParam("day") LocalDate day) {}

    @GET
    @Path("/search")
    @PermitAll
    @Operation(operationId = "search", summary = "Searches")
    public List<String> search(
            @QueryParam("q") String q,
            @QueryParam("from") LocalDate from,
            @BeanParam Times times,
            @QueryParam("until") Optional<LocalDate> until,
            @QueryParam("kind") List<Toy.Kind> kind,
            @QueryParam("max") Integer max,
            @QueryParam("maker") Optional<UUID> maker,
            @QueryParam("open") boolean open) {
        return toys.after(q == null ? "" : q, 5);
    }

    @POST
    @Path("/streams")
    @StreamedBody
    @Consumes("text/csv")
    @PermitAll
    @Operation(operationId = "stream", summary = "Counts bytes")
    public Map<String, Long> stream(InputStream body) throws IOException {
        byte[] buffer = new byte[8192];
        long bytes = 0;
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            bytes += read;
        }
        return Map.of("bytes", bytes);
    }

    @POST
    @Path("/secret-streams")
    @StreamedBody
    @Consumes("text/csv")
    @RolesAllowed(Roles.SECRETARIAT)
    @Operation(operationId = "secretStream", summary = "Counts bytes for the secretariat")
    public Map<String, Long> secretStream(InputStream body) throws IOException {
        return stream(body);
    }

    @GET
    @Path("/municipalities/{municipality}/toys")
    @RolesAllowed({Roles.MUNICIPALITY, Roles.PREFECTURE})
    @Operation(operationId = "toysOfMunicipality", summary = "Toys of a municipality")
    public List<String> ofMunicipality(@PathParam("municipality") Toy.Code municipality) {
        caller.mustActFor(municipality.value());
        return List.of();
    }

    @GET
    @Path("/municipalities/{municipality}/toy-counts")
    @RolesAllowed({Roles.MUNICIPALITY, Roles.PREFECTURE})
    @Operation(operationId = "countToys", summary = "Sums of a municipality")
    public long countOf(@PathParam("municipality") Toy.Code municipality) {
        caller.mustOversee(municipality.value());
        return 0;
    }

    @GET
    @Path("/municipalities/{municipality}/leaks")
    @RolesAllowed(Roles.MUNICIPALITY)
    @Operation(operationId = "leaky", summary = "Forgets to ask whose it is")
    public String leaky(@PathParam("municipality") Toy.Code municipality) {
        return "";
    }

    @GET
    @Path("/failing")
    @RolesAllowed(Roles.PARTNER)
    @Operation(operationId = "failing", summary = "Fails for those who may call")
    public String failing() {
        return fail();
    }

    @POST
    @Path("/texts")
    @Consumes("text/plain")
    @PermitAll
    @Operation(operationId = "keepText", summary = "Keeps a text")
    public void keep(String text) {
        toys.make(text);
    }

    @GET
    @Path("/deadlock")
    @PermitAll
    @Operation(operationId = "deadlock", summary = "Meets a database that is shutting down")
    public void deadlock() {
        throw new IllegalStateException(new SQLException("terminating connection", "57P01"));
    }

    @GET
    @Path("/days")
    @PermitAll
    @Operation(operationId = "findDay", summary = "Asks the database for a day")
    public long day(@QueryParam("day") String day) {
        return toys.count("select count(*) from toy where date '" + day.replaceAll("[^0-9-]", "") + "' < now()");
    }

    @GET
    @Path("/uncounted")
    @RolesAllowed(Roles.PARTNER)
    @Operation(operationId = "uncounted", summary = "Forgets to count")
    public Page<String> uncounted(@BeanParam PageRequest page) {
        return Page.of(List.of(), page, Cursor::of);
    }

    record Me(String subject, UUID organization, UUID supporter, String government) {}

    @GET
    @Path("/me")
    @RolesAllowed({
        Roles.SECRETARIAT,
        Roles.PREFECTURE,
        Roles.MUNICIPALITY,
        Roles.INTERMEDIARY,
        Roles.PARTNER,
        Roles.SUPPORTER
    })
    @Operation(operationId = "me", summary = "Who am I")
    public Me me() {
        return new Me(
                caller.subject(),
                caller.organization().orElse(null),
                caller.supporter().orElse(null),
                caller.government().orElse(null));
    }

    @POST
    @Path("/writings")
    @RolesAllowed({Roles.PREFECTURE, Roles.PARTNER})
    @Operation(operationId = "write", summary = "Writes")
    public void write() {}

    @GET
    @Path("/forgotten")
    @Operation(operationId = "forgotten", summary = "Says nothing about who may call")
    public String forgotten() {
        return "";
    }
}
