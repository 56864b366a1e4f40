package jp.kakawari.registry.memberstatistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import jp.kakawari.contracts.registry.OrganizationChanged.Kind;
import jp.kakawari.registry.group.MemberClass;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many members there are, by what they are and as what they belong. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "会員数: active members")
public record MemberStatistics(
        @Schema(description = "グループコード; absent: of the whole platform", examples = "nichiiki-kyogikai")
        String group,

        @Schema(description = "会員数", examples = "728") long members,
        @Schema(description = "地方公共団体", examples = "661") long governments,
        @Schema(description = "うち都道府県", examples = "42") long prefectures,
        @Schema(description = "うち市区町村", examples = "619") long municipalities,
        @Schema(description = "企業・団体等", examples = "67") long others,
        @Schema(description = "団体種別ごと") List<OfKind> byKind,

        @Schema(description = "会員区分ごと, of a group only") List<OfClass> byClass) {

    /** Of one kind. */
    @Schema(name = "MembersOfKind")
    public record OfKind(
            Kind kind, @Schema(examples = "661") long members) {}

    /** Of one class. */
    @Schema(name = "MembersOfClass")
    public record OfClass(
            MemberClass memberClass,
            @Schema(examples = "661") long members) {}
}
