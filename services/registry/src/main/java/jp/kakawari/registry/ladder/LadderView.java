package jp.kakawari.registry.ladder;

import java.util.List;
import jp.kakawari.web.Revised;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A municipality's ladder, the lowest step first. */
@Schema(name = "Ladder", description = "関わりの階梯")
record LadderView(
        @Schema(examples = "242161") String municipality,
        @Schema(examples = "1") long revision,
        List<LadderRequest.Step> steps,

        @Schema(description = "what the caller may do: change 変更, move 段階の移動", examples = "[\"change\", \"move\"]")
        List<String> allowedActions)
        implements Revised {}
