package jp.kakawari.registry.donation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.kakawari.web.Revised;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A project with who gave and who works along, counted from the ledger. */
@Schema(name = "DonationProject", description = "寄附プロジェクト")
record ProjectView(
        @Schema(examples = "tanada") String code,
        @Schema(examples = "1") long revision,
        @Schema(examples = "千枚田を守る") String name,
        @Schema(examples = "1000000") Long goal,
        @Schema(examples = "love-saijo") String fund,
        ProjectRequest.State state,

        @Schema(description = "寄附者数（実人数・団体数）", examples = "23")
        long donors,

        @Schema(description = "寄附件数", examples = "40") long donations,

        @Schema(description = "寄附額の計（円）", examples = "380000")
        long raised,

        @Schema(description = "参加者数", examples = "12") long members,

        @Schema(
                description = "change 変更, join 参加, donate 寄附の記録, while it is open",
                examples = "[\"change\", \"join\", \"donate\"]")
        List<String> allowedActions)
        implements Revised {

    /** Somebody who works along; who they are is read under the municipality's supporters. */
    @Schema(name = "ProjectMember", description = "プロジェクトの参加者")
    record Member(
            UUID supporter,

            @Schema(description = "会員番号 of the synced list", examples = "HI-000001")
            String memberNumber,

            @Schema(examples = "2026-11-22") LocalDate joinedOn,

            @Schema(description = "leave 離脱の記録", examples = "[\"leave\"]")
            List<String> allowedActions) {}
}
