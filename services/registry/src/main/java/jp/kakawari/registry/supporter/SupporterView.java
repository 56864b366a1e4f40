package jp.kakawari.registry.supporter;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.kakawari.registry.personal.Personal;
import jp.kakawari.registry.profile.Profile;
import jp.kakawari.web.Revised;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A supporter with their personal data, for whoever may handle the record; it never prints itself. */
@Schema(description = "関係人口の一人または一団体")
public record SupporterView(
        UUID id,

        @Schema(description = "also the ETag", examples = "3")
        long revision,

        Profile profile,
        List<TieView> ties,
        @Schema(description = "登録経路", examples = "web") String channel,
        @Schema(description = "本人確認の程度") Assurance assurance,

        @Schema(description = "登録した団体; absent for a self-registration")
        UUID registeredBy,

        OffsetDateTime createdAt,
        OffsetDateTime updatedAt,

        @Schema(description = "プロフィールの充実度, 0 to 1; for the person themself", examples = "0.55")
        Double profileCompleteness,

        @Schema(description = "未入力の項目 of the profile; for the person themself", examples = "[\"birthDate\"]")
        List<String> missing,

        @Schema(
                description = "change 訂正, remove 削除, withdraw-guardian 保護者の同意の撤回",
                examples = "[\"change\", \"remove\"]")
        List<String> allowedActions)
        implements Revised {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    static SupporterView of(Supporter supporter, Personal opened, Actor reader, boolean guardianKnown) {
        Profile profile = supporter.profile(opened);
        Optional<Completeness> completeness =
                Optional.ofNullable(reader.person()).map(me -> Completeness.of(profile));
        return new SupporterView(
                supporter.id(),
                supporter.revision(),
                profile,
                supporter
                        .activeTies()
                        .filter(tie -> reader.sees(tie.municipality()))
                        .map(TieView::of)
                        .toList(),
                supporter.channel(),
                supporter.assurance(),
                supporter.registeredBy(),
                supporter.createdAt().atZone(JAPAN).toOffsetDateTime(),
                supporter.updatedAt().atZone(JAPAN).toOffsetDateTime(),
                completeness.map(Completeness::share).orElse(null),
                completeness.map(Completeness::missing).orElse(null),
                guardianKnown ? List.of("change", "remove", "withdraw-guardian") : List.of("change", "remove"));
    }

    @Override
    public String toString() {
        return "SupporterView[" + id + "]";
    }
}
