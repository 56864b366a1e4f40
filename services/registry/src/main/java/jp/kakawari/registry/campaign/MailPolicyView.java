package jp.kakawari.registry.campaign;

import java.util.List;
import jp.kakawari.web.Revised;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The cap that holds; revision 0 is the platform's own. */
@Schema(name = "MailPolicy", description = "配信頻度の上限")
record MailPolicyView(
        @Schema(examples = "1") long revision,
        @Schema(description = "1か月あたり", examples = "1") int perMonth,
        @Schema(description = "1年あたり", examples = "4") int perYear,

        @Schema(description = "change 変更", examples = "[\"change\"]")
        List<String> allowedActions)
        implements Revised {

    /** For its municipality, which alone reads it. */
    static MailPolicyView of(long revision, int perMonth, int perYear) {
        return new MailPolicyView(revision, perMonth, perYear, List.of("change"));
    }
}
