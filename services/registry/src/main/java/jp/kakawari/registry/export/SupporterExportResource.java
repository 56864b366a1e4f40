package jp.kakawari.registry.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.Variant;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.registry.municipality.TiedSupporter;
import jp.kakawari.web.Caller;
import jp.kakawari.web.InvalidParameter;
import jp.kakawari.web.NotYours;
import jp.kakawari.web.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/municipalities/{municipality}/supporter-export")
@Tag(name = "municipality-supporters")
@RolesAllowed(Roles.MUNICIPALITY)
@RunOnVirtualThread
class SupporterExportResource {

    private static final String CSV = "text/csv";
    private static final String NDJSON = "application/x-ndjson";
    private static final List<Variant> FORMATS = Variant.mediaTypes(MediaType.valueOf(CSV), MediaType.valueOf(NDJSON))
            .build();

    private final Caller caller;
    private final ExportSupporters exporting;
    private final ObjectMapper json;
    private final Clock clock;

    SupporterExportResource(Caller caller, ExportSupporters exporting, ObjectMapper json, Clock clock) {
        this.caller = caller;
        this.exporting = exporting;
        this.json = json;
        this.clock = clock;
    }

    @GET
    @Produces({CSV, NDJSON})
    @Operation(
            operationId = "exportMunicipalitySupporters",
            summary = "Take out the whole list of a municipality's supporters (名簿の書き出し)",
            description = """
                    As it stood at one moment, in the order of registration: CSV that Excel opens, or (Accept: application/x-ndjson)
                    one JSON object on each line. The CSV has the usual headers and can be sent to supporter-syncs as it is:
                    whoever came by a list that told できること, 関わりのきっかけ and メール配信同意 and was not corrected since is
                    unchanged, and whoever has no 会員番号 is rejected. Cells that a spreadsheet would run as a formula have an
                    apostrophe in front, which a sync takes off again. In windows-31j a character that it lacks becomes 〓, and the
                    last column, 変換できない文字, names the cells of that row; a sync rejects such rows rather than spoil a name.
                    Holds personal data: everybody on the list sees that the municipality took it out.

                        curl -H "Authorization: Bearer $TOKEN" --compressed -o 名簿.csv \\
                          'http://localhost:8081/v1/municipalities/212172/supporter-export'""")
    @APIResponse(
            responseCode = "200",
            description = "The list; it is whole when the transfer ends without an error",
            content = {
                @Content(
                        mediaType = CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "list", value = ExportExamples.SHEET)),
                @Content(
                        mediaType = NDJSON,
                        schema = @Schema(implementation = TiedSupporter.class),
                        examples = @ExampleObject(name = "list", value = ExportExamples.LINES))
            })
    @APIResponse(responseCode = "503", description = "too-many-exports: as many lists as possible are going out")
    public Response exportMunicipalitySupporters(
            @PathParam("municipality") @Parameter(example = "212172") LocalGovernmentCode municipality,
            @QueryParam("encoding")
                    @DefaultValue("utf-8")
                    @Parameter(description = "Of the CSV (文字コード): utf-8 with BOM, or windows-31j", example = "utf-8")
                    SheetEncoding encoding,
            @Context Request request) {
        caller.mustActFor(municipality.value());
        var reader = new ExportSupporters.Reader(caller.organization().orElseThrow(NotYours::new), caller.subject());
        boolean lines = MediaType.valueOf(NDJSON)
                .isCompatible(request.selectVariant(FORMATS).getMediaType());
        if (lines && encoding != SheetEncoding.UTF_8) {
            throw new InvalidParameter(
                    "encoding", "is for text/csv; NDJSON is UTF-8", "CSV でのみ指定できます（NDJSON は UTF-8 です）");
        }
        StreamingOutput list = out -> exporting.write(
                municipality, reader, () -> lines ? new SupporterLines(out, json) : new SupporterSheet(out, encoding));
        return Response.ok(
                        list,
                        lines
                                ? MediaType.valueOf(NDJSON)
                                : MediaType.valueOf(CSV)
                                        .withCharset(encoding.charset().name()))
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(municipality, lines ? "ndjson" : "csv"))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    private String attachment(LocalGovernmentCode municipality, String extension) {
        return "attachment; filename=\"supporters-%s-%s.%s\""
                .formatted(municipality.value(), LocalDate.now(clock), extension);
    }
}
