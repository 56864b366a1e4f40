package jp.kakawari.registry.contactlist;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.web.Caller;
import jp.kakawari.web.Idempotency;
import jp.kakawari.web.PageRequest;
import jp.kakawari.web.Pages;
import jp.kakawari.web.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/municipalities/{municipality}/contact-lists")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "contact-lists", description = "郵送・発送の名簿: addresses for a purpose and a time")
@RolesAllowed(Roles.MUNICIPALITY)
@RunOnVirtualThread
class ContactListResource {

    private static final String CSV = "text/csv";

    private final MakeContactList lists;
    private final WriteContactList writing;
    private final Caller caller;
    private final Idempotency idempotency;

    ContactListResource(MakeContactList lists, WriteContactList writing, Caller caller, Idempotency idempotency) {
        this.lists = lists;
        this.writing = writing;
        this.caller = caller;
        this.idempotency = idempotency;
    }

    @POST
    @Operation(
            operationId = "makeContactList",
            summary = "Make a list of addresses for a purpose (郵送・発送の名簿の作成)",
            description = "It can be taken out until it expires. Only who agreed to be reached so is on it.")
    @APIResponse(
            responseCode = "201",
            description = "The list",
            content = @Content(schema = @Schema(implementation = ContactListView.class)))
    public Response makeContactList(
            @PathParam("municipality") @Parameter(example = "212172") LocalGovernmentCode municipality,
            @HeaderParam("Idempotency-Key") String key,
            @Valid @NotNull ContactListRequest request) {
        caller.mustActFor(municipality.value());
        return idempotency.once(key, request, () -> {
            ContactListView made = lists.make(municipality.value(), request);
            return Response.created(URI.create("/v1/municipalities/" + municipality + "/contact-lists/" + made.id()))
                    .entity(made)
                    .build();
        });
    }

    @GET
    @Operation(operationId = "listContactLists", summary = "List who made lists of addresses, and for what (名簿の一覧)")
    @APIResponse(
            responseCode = "200",
            description = "A page of lists in the order in which they were made",
            content = @Content(schema = @Schema(implementation = ContactListPage.class)))
    public Response listContactLists(
            @PathParam("municipality") @Parameter(example = "212172") LocalGovernmentCode municipality,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        caller.mustActFor(municipality.value());
        List<ContactListView> found = lists.page(municipality.value(), page);
        return Pages.answer(uri, page, found, ContactListView::id, () -> lists.count(municipality.value()));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readContactList", summary = "Read what a list of addresses is for (名簿の内容)")
    @APIResponse(
            responseCode = "200",
            description = "The list",
            content = @Content(schema = @Schema(implementation = ContactListView.class)))
    public ContactListView readContactList(
            @PathParam("municipality") @Parameter(example = "212172") LocalGovernmentCode municipality,
            @PathParam("id") UUID id) {
        caller.mustActFor(municipality.value());
        return lists.read(municipality.value(), id);
    }

    @GET
    @Path("/{id}/file")
    @Produces(CSV)
    @Operation(
            operationId = "takeOutContactList",
            summary = "Take a list of addresses out (名簿の書き出し)",
            description = """
                    Name and address, in CSV that Excel opens; of the segment as it is at that moment, so that whoever withdrew
                    is not on it. Holds personal data: everybody on it sees that the municipality took it out.""")
    @APIResponse(
            responseCode = "200",
            description = "The list; it is whole when the transfer ends without an error",
            content =
                    @Content(
                            mediaType = CSV,
                            schema = @Schema(type = SchemaType.STRING),
                            examples =
                                    @ExampleObject(
                                            name = "list",
                                            value = "氏名,郵便番号,住所\r\n清水 翔,1000001,東京都千代田区見本町7-4\r\n")))
    @APIResponse(responseCode = "410", description = "contact-list-expired: its time is over")
    @APIResponse(responseCode = "503", description = "too-many-exports: as many lists as possible are going out")
    public Response takeOutContactList(
            @PathParam("municipality") @Parameter(example = "212172") LocalGovernmentCode municipality,
            @PathParam("id") UUID id) {
        caller.mustActFor(municipality.value());
        MakeContactList.Wanted wanted = lists.wanted(municipality.value(), id);
        WriteContactList.Reader reader = writing.reader();
        StreamingOutput list = out -> writing.write(municipality.value(), wanted, reader, out);
        return Response.ok(list, MediaType.valueOf(CSV).withCharset("UTF-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"contacts-" + id + ".csv\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }

    /** Shape of a page, for the document only. */
    @Schema(name = "ContactListPage")
    record ContactListPage(List<ContactListView> items, String next, Long count) {}
}
