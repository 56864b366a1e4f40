package jp.kakawari.registry.ladder;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.kakawari.web.InvalidBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The steps of a municipality's ladder, the lowest first. */
@Schema(name = "LadderRequest", description = "関わりの階梯")
record LadderRequest(
        @NotNull
        @Size(min = 2, max = 20)
        @Schema(
                examples =
                        "[{\"code\": \"exchange\", \"name\": \"交流\"}, {\"code\": \"relation\", \"name\": \"関係\"}, {\"code\": \"settled\", \"name\": \"定住\"}]")
        List<@NotNull @Valid Step> steps) {

    /** One of them. */
    @Schema(name = "LadderStep", description = "段階")
    record Step(
            @NotNull @Size(max = 40) @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*") @Schema(examples = "relation")
            String code,

            @NotBlank @Size(max = 50) @Schema(examples = "関係")
            String name) {}

    void check() {
        Set<String> codes = new HashSet<>();
        for (int place = 0; place < steps.size(); place++) {
            if (!codes.add(steps.get(place).code())) {
                throw new InvalidBody().at("/steps/" + place + "/code", "is the code of another step", "他の段階と同じコードです");
            }
        }
    }
}
