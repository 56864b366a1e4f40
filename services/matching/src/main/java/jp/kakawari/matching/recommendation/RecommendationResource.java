package jp.kakawari.matching.recommendation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import jp.kakawari.web.InvalidParameter;
import jp.kakawari.web.RequiredScope;
import jp.kakawari.web.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(
        name = "Recommendations",
        description = "推薦: programs that fit a supporter and supporters who could help, with reasons")
class RecommendationResource {
    @Inject
    RecommendPrograms recommendPrograms;

    @Inject
    RecommendSupporters recommendSupporters;

    @POST
    @Path("/recommendations")
    @RolesAllowed({Roles.PARTNER, Roles.MUNICIPALITY, Roles.INTERMEDIARY, Roles.SUPPORTER})
    @RequiredScope("matching:read")
    @Operation(
            operationId = "recommendForProfile",
            summary = "The best programs for an anonymous profile (匿名プロフィールへの推薦)",
            description =
                    "Scores all programs by words (Japanese, synonyms and kindred fields included), places, ages, "
                            + "way of taking part, and depth: beginners get light programs first. The profile is not stored.")
    public Recommendations toProfile(@NotNull @Valid Profile profile) {
        return new Recommendations(recommendPrograms.to(profile));
    }

    @GET
    @Path("/supporters/{supporter}/recommendations")
    @RolesAllowed({Roles.PARTNER, Roles.MUNICIPALITY, Roles.INTERMEDIARY, Roles.SUPPORTER})
    @Operation(
            operationId = "recommendForSupporter",
            summary = "The best open programs for a supporter (サポーターへの推薦)",
            description =
                    "For the person, the organisation that registered them, and municipalities they have a tie to. "
                            + "Leaves out what they have applied to.")
    public Recommendations toSupporter(
            @PathParam("supporter") UUID supporter,
            @QueryParam("limit")
                    @DefaultValue("10")
                    @Parameter(description = "How many programs (件数), 1 to 50", example = "5")
                    @Schema(minimum = "1", maximum = "50", defaultValue = "10")
                    int limit) {
        mustBeFew(limit);
        return new Recommendations(recommendPrograms.to(supporter, limit));
    }

    @GET
    @Path("/needs/{need}/supporters")
    @RolesAllowed({Roles.MUNICIPALITY, Roles.INTERMEDIARY})
    @Operation(
            operationId = "recommendForNeed",
            summary = "The best supporters to ask for help with a need (困りごとへのサポーターの推薦)",
            description =
                    "For the municipality of the need, which may ask those who have a tie to it and agreed to its mail "
                            + "(メール配信同意), and for the organisation that posted it, which may ask those of them that it "
                            + "registered. Who can do nothing of what the need names is left out; to others the need does not exist.")
    public RecommendedSupporters toNeed(
            @PathParam("need") UUID need,
            @QueryParam("limit")
                    @DefaultValue("10")
                    @Parameter(description = "How many supporters (件数), 1 to 50", example = "5")
                    @Schema(minimum = "1", maximum = "50", defaultValue = "10")
                    int limit) {
        mustBeFew(limit);
        return new RecommendedSupporters(recommendSupporters.forNeed(need, limit));
    }

    private static void mustBeFew(int limit) {
        if (limit < 1 || limit > 50) {
            throw new InvalidParameter("limit", "must be between 1 and 50", "1から50までの整数を指定してください");
        }
    }
}
