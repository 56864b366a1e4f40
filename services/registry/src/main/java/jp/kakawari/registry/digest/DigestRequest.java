package jp.kakawari.registry.digest;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who is told, and how often. It never prints itself. */
@Schema(description = "ダイジェストの購読")
record DigestRequest(
        @NotNull Every every,

        @NotNull @Size(min = 1, max = 10) @Schema(description = "担当のメールアドレス", examples = "[\"kankei@city.example.jp\"]")
        List<@NotBlank @Email @Size(max = 254) String> emails) {

    @Override
    public String toString() {
        return "DigestRequest[…]";
    }
}
