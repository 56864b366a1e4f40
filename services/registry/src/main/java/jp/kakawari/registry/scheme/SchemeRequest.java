package jp.kakawari.registry.scheme;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.japan.Municipalities;
import jp.kakawari.web.InvalidBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A scheme as those state it who run it. */
@Schema(description = "会員制度")
public record SchemeRequest(
        @NotNull @Schema(description = "OPEN 受付中, CLOSED 受付終了: nobody joins any more", examples = "OPEN")
        SchemeState state,

        @NotBlank @Size(max = 100) @Schema(examples = "飛騨市ファンクラブ")
        String name,

        @Size(max = 100) @Schema(examples = "ヒダシファンクラブ") String nameKana,

        @Size(max = 200) @Schema(examples = "Hida Fan Club") String nameEn,

        @NotEmpty @Size(max = 200) @Schema(description = "運営する自治体, yours among them", examples = "[\"212172\"]")
        List<@NotNull LocalGovernmentCode> municipalities,

        @NotNull @Valid PolicyRequest policy,

        @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*")
        @Size(max = 64)
        @Schema(
                description = "制度群: the like schemes of other municipalities, which one cap counts",
                examples = "furusato-toroku")
        String family) {

    void check() {
        Set<String> known = new HashSet<>();
        for (int place = 0; place < municipalities.size(); place++) {
            LocalGovernmentCode code = municipalities.get(place);
            if (Municipalities.byCode(code).isEmpty()) {
                throw new InvalidBody()
                        .at("/municipalities/" + place, "is no municipality of today", "現存する市町村のコードではありません");
            }
            if (!known.add(code.value())) {
                throw new InvalidBody().at("/municipalities/" + place, "stands there twice", "同じ自治体が2回あります");
            }
        }
        policy.check(family);
    }

    List<String> codes() {
        return municipalities.stream().map(LocalGovernmentCode::value).sorted().toList();
    }
}
