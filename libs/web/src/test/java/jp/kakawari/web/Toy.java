package jp.kakawari.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

record Toy(
        @NotBlank @Schema(examples = "こけし") String name,
        Kind kind,
        @Max(100) Integer count,
        LocalDate since,
        UUID maker,
        Boolean sold,
        OffsetDateTime soldAt,
        Code madeIn,
        List<@Valid Part> parts,
        Map<String, String> labels) {

    enum Kind {
        DOLL,
        TOP
    }

    record Part(
            @NotNull @Schema(examples = "頭") String label,
            @Max(9) int size) {}

    /** A value that is text on the wire. */
    record Code(String value) {
        public static Code parse(String text) {
            if (!text.matches("[0-9]{6}")) {
                throw new IllegalArgumentException(text);
            }
            return new Code(text);
        }

        @Override
        public String toString() {
            return value;
        }
    }

    static Toy named(String name) {
        return new Toy(name, null, null, null, null, null, null, null, null, null);
    }
}
