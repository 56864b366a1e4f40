package jp.kakawari.registry.columnmapping;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A municipality's own headers (列の対応表). */
@Schema(examples = """
        {"columns": [{"header": "組合員コード", "field": "memberNumber"}, {"header": "漢字氏名", "field": "name"}]}""")
record ColumnMappingView(@NotNull @Size(max = 100) List<@Valid @NotNull Mapped> columns) {

    /**
     * @param header as it stands in the file; width, spaces and kana don't matter
     * @param field what the column holds
     */
    record Mapped(
            @NotBlank @Size(max = 100) String header,

            @NotNull
            @Schema(
                    description =
                            "memberNumber, name, familyName, givenName, kana, familyNameKana, givenNameKana, birthDate,"
                                    + " gender, postalCode, prefecture, address, phone, email, skills, interests, origins, since,"
                                    + " mailConsent, remarks, channel, affiliation, referrer or snsAccount; of a ledger sourceTransaction, occurredOn, activity, amount,"
                                    + " points, quantity, unit or contactConsent; of memberships scheme, membershipNumber,"
                                    + " tier, joinedOn, validUntil, state or endedOn",
                    examples = "memberNumber")
            String field) {}
}
