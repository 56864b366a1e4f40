package jp.kakawari.registry.ladder;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many stand on each step now, and who moved when from where to where, as numbers. */
@Schema(name = "LadderFunnel", description = "関わりの漏斗")
record FunnelView(
        @Schema(examples = "242161") String municipality,
        List<Standing> steps,

        @Schema(description = "in the order of their days") List<Transition> transitions) {

    /** A step and how many stand on it now. */
    @Schema(name = "LadderStanding")
    record Standing(
            @Schema(examples = "relation") String code,
            @Schema(examples = "関係") String name,
            @Schema(description = "現在の人数", examples = "120") long people) {}

    /** So many on one day. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "LadderTransition")
    record Transition(
            @Schema(description = "absent where it was their first step", examples = "exchange")
            String from,

            @Schema(examples = "relation") String to,
            @Schema(examples = "2026-10-01") LocalDate on,
            @Schema(examples = "1") long people) {}
}
