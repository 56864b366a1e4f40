package jp.kakawari.registry.supporter;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The guardian of a minor and their consent; it never prints itself. */
@Schema(
        name = "Guardian",
        description =
                "保護者の同意: needed of whoever is under 18 before they or who registered them tell a tie or a consent, and "
                        + "before they join a scheme or apply to a program; ties by a municipality's list or by check-in don't ask for it")
public record GuardianRequest(
        @NotBlank @Size(max = 100) @Schema(description = "氏名", examples = "清水 守")
        String name,

        @NotNull @Schema(description = "続柄", examples = "PARENT")
        Relation relation,

        @NotBlank @Size(max = 254) @Schema(description = "連絡先: phone or e-mail", examples = "070-9027-4045")
        String contact,

        @NotNull @AssertTrue @Schema(description = "同意する: only a consent is kept", examples = "true")
        Boolean consents) {

    /** What they are to the minor. */
    @Schema(name = "GuardianRelation", description = "続柄")
    public enum Relation {
        /** 父母. */
        PARENT,
        /** 祖父母. */
        GRANDPARENT,
        /** 未成年後見人. */
        LEGAL_GUARDIAN,
        /** その他. */
        OTHER
    }

    @Override
    public String toString() {
        return "GuardianRequest[…]";
    }
}
