package jp.kakawari.registry.certificate;

import java.util.List;
import java.util.UUID;
import jp.kakawari.web.Revised;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** For what somebody is certified, and how many are. */
@Schema(name = "Certification", description = "認定")
record CertificationView(
        @Schema(examples = "omusubito") String code,
        @Schema(examples = "1") long revision,
        @Schema(examples = "おむすびと") String name,
        UUID program,
        @Schema(examples = "1") int times,
        @Schema(description = "有効な認定証の数", examples = "12") long holders,

        @Schema(description = "change 変更", examples = "[\"change\"]")
        List<String> allowedActions)
        implements Revised {}
