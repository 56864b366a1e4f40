package jp.kakawari.registry.duplicate;

import jp.kakawari.registry.likeness.Likeness;
import jp.kakawari.registry.likeness.Reason;
import jp.kakawari.registry.personal.Personal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why two records may be one person, or may not; it never prints itself. */
@Schema(name = "DuplicateReason", description = "候補とした理由")
public record ReasonView(
        @Schema(examples = "MOVED_HOUSE") Reason code,
        @Schema(examples = "氏名と生年月日が同じで、住所が異なります（転居の可能性）") String ja,

        @Schema(examples = "name and birth date agree while the address differs: they may have moved")
        String en) {

    /** In general words. */
    static ReasonView of(Reason reason) {
        return new ReasonView(reason, reason.ja(), reason.en());
    }

    /** For whoever may know both people. */
    static ReasonView of(Reason reason, Personal one, Personal other) {
        if (reason != Reason.NAME_VARIANT) {
            return of(reason);
        }
        String a = Likeness.written(one);
        String b = Likeness.written(other);
        return new ReasonView(
                reason,
                "「%s」と「%s」は異体字です".formatted(a, b),
                "\"%s\" and \"%s\" are variants of the same characters".formatted(a, b));
    }

    @Override
    public String toString() {
        return "ReasonView[" + code + "]";
    }
}
