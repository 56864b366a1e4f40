package jp.kakawari.registry.digest;

import java.time.OffsetDateTime;
import java.util.List;
import jp.kakawari.web.Revised;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A desk's subscription, as its municipality sees it. It never prints itself. */
@Schema(name = "DigestSubscription", description = "ダイジェストの購読")
record DigestView(
        @Schema(examples = "1") long revision,
        Every every,
        @Schema(examples = "[\"kankei@city.example.jp\"]") List<String> emails,
        @Schema(description = "次回の配信") OffsetDateTime nextAt,

        @Schema(description = "change 変更, end 停止, send 即時配信", examples = "[\"change\", \"end\", \"send\"]")
        List<String> allowedActions)
        implements Revised {

    @Override
    public String toString() {
        return "DigestView[…]";
    }
}
