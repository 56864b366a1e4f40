package jp.kakawari.registry.certificate;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** For what somebody is certified. */
@Schema(description = "認定の条件")
public record CertificationRequest(
        @NotBlank @Size(max = 100) @Schema(examples = "おむすびと")
        String name,

        @NotNull @Schema(description = "プログラムのID") UUID program,

        @Min(1) @Max(1000) @Schema(description = "参加回数; 1 where it is not said", examples = "1")
        Integer times) {

    int timesOrOnce() {
        return times == null ? 1 : times;
    }
}
