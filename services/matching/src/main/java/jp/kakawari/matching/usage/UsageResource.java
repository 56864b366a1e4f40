package jp.kakawari.matching.usage;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.kakawari.web.Caller;
import jp.kakawari.web.InvalidParameter;
import jp.kakawari.web.JapanTime;
import jp.kakawari.web.NotYours;
import jp.kakawari.web.Page;
import jp.kakawari.web.PageRequest;
import jp.kakawari.web.Pages;
import jp.kakawari.web.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/usage")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Usage", description = "利用量: what member organisations used, never who")
class UsageResource {
    @Inject
    Usage usage;

    @Inject
    Caller caller;

    @GET
    @RolesAllowed({Roles.SECRETARIAT, Roles.PARTNER, Roles.MUNICIPALITY, Roles.PREFECTURE, Roles.INTERMEDIARY})
    @Operation(
            operationId = "listUsage",
            summary = "What member organisations used in a month (利用量)",
            description = "The secretariat sees all organisations, everybody else their own.")
    @APIResponse(
            responseCode = "200",
            description = "One row per organisation that used anything",
            content = @Content(schema = @Schema(implementation = UsagePage.class)))
    public Response list(
            @QueryParam("month")
                    @Parameter(description = "Month in Japan; the current one when left out", example = "2026-11")
                    @Schema(pattern = "[0-9]{4}-[0-9]{2}")
                    String month,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        Optional<UUID> only = caller.is(Roles.SECRETARIAT)
                ? Optional.empty()
                : Optional.of(caller.organization().orElseThrow(NotYours::new));
        YearMonth asked = month(month);
        return Pages.answer(
                uri, page, usage.of(asked, only, page), UsageView::organization, () -> usage.countOf(asked, only));
    }

    private static YearMonth month(String text) {
        try {
            YearMonth month = text == null ? YearMonth.now(JapanTime.ZONE) : YearMonth.parse(text);
            if (month.getYear() < 1868 || month.getYear() > 2200) {
                throw new DateTimeException("no month of this platform");
            }
            return month;
        } catch (DateTimeException unreadable) {
            throw new InvalidParameter("month", "is not a month like 2026-11", "2026-11 の形で指定してください");
        }
    }

    /** For the OpenAPI document: what {@link Page} holds here. */
    record UsagePage(List<UsageView> items, String next, Long count) {}
}
