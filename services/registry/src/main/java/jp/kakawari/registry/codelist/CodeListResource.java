package jp.kakawari.registry.codelist;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kakawari.contracts.Activity;
import jp.kakawari.contracts.Mode;
import jp.kakawari.contracts.RelationClass;
import jp.kakawari.contracts.Stage;
import jp.kakawari.contracts.registry.DelegationChanged.Scope;
import jp.kakawari.contracts.registry.OrganizationChanged.Kind;
import jp.kakawari.japan.Prefecture;
import jp.kakawari.registry.agreement.AgreementType;
import jp.kakawari.registry.contactpoint.ContactPointKind;
import jp.kakawari.registry.contactpoint.Target;
import jp.kakawari.registry.donation.DonationType;
import jp.kakawari.registry.engagement.ContributionType;
import jp.kakawari.registry.group.GroupKind;
import jp.kakawari.registry.group.GroupRole;
import jp.kakawari.registry.group.MemberClass;
import jp.kakawari.registry.officer.OfficerRole;
import jp.kakawari.registry.personal.Personal.Gender;
import jp.kakawari.registry.subscription.SubscriptionKind;
import jp.kakawari.registry.supporter.Assurance;
import jp.kakawari.registry.supporter.Origin;
import jp.kakawari.registry.terms.FieldGroup;
import jp.kakawari.registry.terms.Purpose;
import jp.kakawari.web.CodeList;
import jp.kakawari.web.CodeList.Code;
import jp.kakawari.web.NotFound;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/code-lists/{name}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "code-lists", description = "コード一覧: the codes of the API with their Japanese and English names")
@RunOnVirtualThread
class CodeListResource {

    private static final Map<String, CodeList> LISTS = Stream.of(
                    CodeList.of("activities", Activity.class, Activity::ja),
                    CodeList.of("agreement-types", AgreementType.class, AgreementType::ja, AgreementType::en),
                    CodeList.of("assurance-levels", Assurance.class, Assurance::ja, Assurance::en),
                    CodeList.of("consent-fields", FieldGroup.class, FieldGroup::ja, FieldGroup::en),
                    CodeList.of("consent-purposes", Purpose.class, Purpose::ja, Purpose::en),
                    CodeList.of(
                            "contact-point-kinds", ContactPointKind.class, ContactPointKind::ja, ContactPointKind::en),
                    CodeList.of(
                            "contribution-types", ContributionType.class, ContributionType::ja, ContributionType::en),
                    CodeList.of("delegation-scopes", Scope.class, Scope::ja, Scope::en),
                    CodeList.of("desk-targets", Target.class, Target::ja, Target::en),
                    CodeList.of("donation-types", DonationType.class, DonationType::ja, DonationType::en),
                    CodeList.of("genders", Gender.class, Gender::ja),
                    CodeList.of("group-kinds", GroupKind.class, GroupKind::ja, GroupKind::en),
                    CodeList.of("group-roles", GroupRole.class, GroupRole::ja, GroupRole::en),
                    CodeList.of("member-classes", MemberClass.class, MemberClass::ja, MemberClass::en),
                    CodeList.of("modes", Mode.class, Mode::ja),
                    CodeList.of("officer-roles", OfficerRole.class, OfficerRole::ja, OfficerRole::en),
                    CodeList.of("organization-kinds", Kind.class, Kind::ja, Kind::en),
                    CodeList.of("origins", Origin.class, Origin::ja, Origin::en),
                    new CodeList(
                            "prefectures",
                            Stream.of(Prefecture.values())
                                    .map(prefecture -> new Code(prefecture.number(), prefecture.ja(), prefecture.en()))
                                    .toList()),
                    CodeList.of("relation-classes", RelationClass.class, RelationClass::ja),
                    CodeList.of("stages", Stage.class, Stage::ja),
                    CodeList.of(
                            "subscription-kinds", SubscriptionKind.class, SubscriptionKind::ja, SubscriptionKind::en))
            .collect(Collectors.toUnmodifiableMap(CodeList::name, list -> list));

    @GET
    @PermitAll
    @Operation(operationId = "readCodeList", summary = "Read a code list (コード一覧)")
    @APIResponse(
            responseCode = "200",
            description = "The list",
            content = @Content(schema = @Schema(implementation = CodeList.class)))
    public Response readCodeList(
            @Parameter(
                            description =
                                    "activities, agreement-types, assurance-levels, consent-fields, consent-purposes, contact-point-kinds, contribution-types, delegation-scopes, desk-targets, donation-types, genders, group-kinds, group-roles, "
                                            + "member-classes, modes, officer-roles, organization-kinds, origins, prefectures, "
                                            + "relation-classes, stages or subscription-kinds",
                            example = "stages")
                    @PathParam("name")
                    String name) {
        CodeList list = Optional.ofNullable(LISTS.get(name)).orElseThrow(NotFound::new);
        CacheControl anHour = new CacheControl();
        anHour.setMaxAge(3600);
        return Response.ok(list).cacheControl(anHour).build();
    }
}
