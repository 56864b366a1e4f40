package jp.kakawari.registry.point;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.UUID;
import jp.kakawari.registry.engagement.Points;
import jp.kakawari.registry.scheme.SchemeCode;
import jp.kakawari.web.Caller;
import jp.kakawari.web.Idempotency;
import jp.kakawari.web.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/schemes/{code}/memberships/{membership}/points")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "points", description = "ポイント: what members earn and use at those who run a scheme")
@RunOnVirtualThread
class PointResource {

    private static final String EXAMPLE = "hida-fanclub";

    private final Caller caller;
    private final Idempotency idempotency;
    private final BookPoints booking;

    PointResource(Caller caller, Idempotency idempotency, BookPoints booking) {
        this.caller = caller;
        this.idempotency = idempotency;
        this.booking = booking;
    }

    @POST
    @RolesAllowed(Roles.MUNICIPALITY)
    @Operation(
            operationId = "bookPoints",
            summary = "Let a member earn or use points (ポイントの付与・利用)",
            description =
                    "By those who run the scheme; an entry of the ledger of whoever keeps the membership. 200 when its sourceTransaction is told again; 409 when there are not enough.")
    @APIResponse(
            responseCode = "201",
            description = "Booked",
            content = @Content(schema = @Schema(implementation = Booked.class)))
    @APIResponse(
            responseCode = "200",
            description = "Known already",
            content = @Content(schema = @Schema(implementation = Booked.class)))
    public Response bookPoints(
            @PathParam("code") @Parameter(description = "制度コード", example = EXAMPLE) SchemeCode code,
            @PathParam("membership") UUID membership,
            @HeaderParam("Idempotency-Key") String key,
            @Valid @NotNull PointBooking request) {
        return idempotency.once(key, request, () -> {
            BookPoints.Booked booked = booking.book(caller, code, membership, request);
            return Response.status(booked.isNew() ? Response.Status.CREATED : Response.Status.OK)
                    .entity(new Booked(booked.engagement(), booked.points().balance()))
                    .build();
        });
    }

    @GET
    @RolesAllowed({Roles.SUPPORTER, Roles.PARTNER, Roles.MUNICIPALITY})
    @Operation(
            operationId = "readPoints",
            summary = "Read a member's points (ポイント残高)",
            description =
                    "For the person, the organisation that registered them and the municipality that keeps the membership.")
    @APIResponse(
            responseCode = "200",
            description = "The account",
            content = @Content(schema = @Schema(implementation = Account.class)))
    public Account readPoints(
            @PathParam("code") @Parameter(description = "制度コード", example = EXAMPLE) SchemeCode code,
            @PathParam("membership") UUID membership) {
        Points points = booking.read(caller, code, membership);
        return new Account(points.balance(), points.earned(), points.used());
    }

    /** The entry of the ledger, and what is left. */
    @Schema(name = "PointsBooked", description = "ポイントの取引")
    record Booked(
            UUID engagement,
            @Schema(description = "残高", examples = "100") BigDecimal balance) {}

    /** What is there. */
    @Schema(name = "PointAccount", description = "ポイント口座")
    record Account(
            @Schema(description = "残高", examples = "70") BigDecimal balance,
            @Schema(description = "付与の計", examples = "100") BigDecimal earned,
            @Schema(description = "利用の計", examples = "30") BigDecimal redeemed) {}
}
