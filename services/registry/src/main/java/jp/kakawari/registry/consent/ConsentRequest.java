package jp.kakawari.registry.consent;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import jp.kakawari.registry.terms.FieldGroup;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody decides on a consent. */
@Schema(name = "ConsentRequest", description = "同意・不同意・撤回")
public record ConsentRequest(
        @NotNull @Schema(description = "GIVEN 同意, REFUSED 不同意, WITHDRAWN 撤回", examples = "GIVEN")
        ConsentState state,

        @Positive
        @Schema(
                description = "同意する条件の版: the one in force; needed for GIVEN wherever the recipient has terms",
                examples = "1")
        Integer terms,

        @Size(max = 20)
        @Schema(description = "提供項目; absent: all that the terms ask for", examples = "[\"NAME\",\"PROFILE\"]")
        List<@NotNull FieldGroup> fields,

        @Schema(
                description =
                        "経路, by whoever registered them: PAPER 書面, PHONE 電話 or IN_PERSON 対面; absent for the person",
                examples = "PAPER")
        Through through) {}
