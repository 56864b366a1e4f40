package jp.kakawari.registry.organization;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whom to ask at an organisation (連絡先); it never prints itself. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "OrganizationContact", description = "連絡先: 担当者名・メール・電話")
public record Contact(
        @NotBlank @Size(max = 100) @Schema(description = "担当者名", examples = "地域振興課 見本")
        String name,

        @Email @Size(max = 254) @Schema(examples = "chiiki@example.jp")
        String email,

        @Pattern(regexp = "[0-9+][0-9-]{5,18}", message = "電話番号は数字とハイフンで指定してください") @Schema(examples = "0577-00-0000")
        String phone) {

    @Override
    public String toString() {
        return "Contact[…]";
    }
}
