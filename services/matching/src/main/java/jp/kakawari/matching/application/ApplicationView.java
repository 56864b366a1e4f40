package jp.kakawari.matching.application;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.kakawari.contracts.matching.ApplicationChanged.State;
import jp.kakawari.web.JapanTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An application as the caller may see it. */
@Schema(name = "Application")
record ApplicationView(
        @Schema(examples = "01938f71-0200-7f3a-b1c2-8d4e5f607182")
        UUID id,

        @Schema(examples = "01938f6f-5b00-7d10-8a77-c5b0e1f2a344")
        UUID program,

        @Schema(examples = "01938f6e-1c00-7a4b-9f21-6d2f1e4b7c10")
        UUID supporter,

        @Schema(
                description = "Member organisation through which it came; absent for the person's own",
                examples = "00000000-0000-7000-8000-00000000b001")
        UUID channel,

        @Schema(examples = "WAITING") State state,

        @Schema(description = "Place in the waiting list (繰上げ順位), from 1; only while WAITING", examples = "3")
        Integer position,

        @Schema(description = "An OFFERED place is held until then (回答期限)", examples = "2026-11-24T09:00:00+09:00")
        OffsetDateTime heldUntil,

        @Schema(examples = "2026-11-21T09:00:00+09:00") OffsetDateTime submittedAt,

        @Schema(description = "When a place was first accepted", examples = "2026-11-21T09:00:00+09:00")
        OffsetDateTime acceptedAt,

        @Schema(examples = "2026-11-21T09:00:00+09:00") OffsetDateTime changedAt,

        @Schema(description = "Answers to the host's questions (質問への回答)", examples = "{\"志望動機\": \"町と一緒に事業を始めたい\"}")
        Map<String, String> answers,

        @Schema(
                description =
                        "What this caller can do now: POST to the path of that name; `participation` is a check-in",
                examples = "[\"withdrawal\"]")
        Set<Action> allowedActions) {

    static ApplicationView of(Application application, Integer position, Set<Side> sides, Intake intake, Instant now) {
        return new ApplicationView(
                application.id(),
                application.program(),
                application.supporter(),
                application.channel(),
                application.state(),
                position,
                JapanTime.of(application.heldUntil()),
                JapanTime.of(application.submittedAt()),
                JapanTime.of(application.acceptedAt()),
                JapanTime.of(application.changedAt()),
                application.answers(),
                application.allowed(sides, intake, now));
    }

    /** Tells representations apart: a place in the queue and what is allowed also change when somebody else moves. */
    String tag(long revision) {
        String actions = allowedActions.stream().map(Action::toString).collect(Collectors.joining("."));
        return revision + "-" + (position == null ? 0 : position) + "-" + actions;
    }
}
