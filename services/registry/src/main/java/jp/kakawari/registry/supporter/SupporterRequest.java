package jp.kakawari.registry.supporter;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import jp.kakawari.registry.profile.Profile;
import jp.kakawari.registry.profile.Word;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is said of a supporter when they are registered or corrected. */
@Schema(description = "登録内容")
public record SupporterRequest(
        @NotNull @Valid Profile profile,

        @Size(max = 100) @Schema(description = "関わり; absent leaves them as they are, a list replaces them")
        List<@NotNull @Valid TieRequest> ties,

        @Word @Schema(description = "登録経路: where they signed up", examples = "web")
        String channel,

        @Valid @Schema(description = "保護者: needed with a tie of whoever is under 18, once")
        GuardianRequest guardian) {}
