package jp.kakawari.registry.contactlist;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import jp.kakawari.registry.audience.Segment;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A list, who made it and for what; not who is on it. */
@Schema(name = "ContactList", description = "郵送・発送の名簿")
record ContactListView(
        UUID id,
        Channel channel,
        @Schema(examples = "お米とお便りの発送") String purpose,
        Segment segment,
        OffsetDateTime expiresAt,

        @Schema(description = "利用期限を過ぎた", examples = "false")
        boolean expired,

        @Schema(description = "作成した団体") UUID madeBy,
        @Schema(description = "作成したアカウント") String madeBySubject,
        OffsetDateTime madeAt,

        @Schema(description = "take-out 書き出し, until it expires", examples = "[\"take-out\"]")
        List<String> allowedActions) {}
