package jp.kakawari.registry.webhook;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import jp.kakawari.registry.webhook.Receivers.Refused;
import jp.kakawari.web.InvalidBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A receiver as its organisation states it. */
@Schema(description = "通知先 (Webhook)")
record WebhookRequest(
        @NotBlank @Size(max = 500) @Schema(description = "受信先 (https)", examples = "https://example.org/hooks/kakawari")
        String url,

        @NotEmpty
        @Size(max = 20)
        @Schema(
                description = "通知する出来事の種類; the types of the events between the services",
                examples = "[\"jp.kakawari.catalog.program-changed.v1\"]")
        List<@NotNull String> eventTypes,

        @Schema(description = "一時停止: nothing is told while it is true", examples = "false", defaultValue = "false")
        Boolean paused) {

    boolean pauses() {
        return Boolean.TRUE.equals(paused);
    }

    void check(Receivers receivers) {
        InvalidBody invalid = new InvalidBody();
        Optional<Refused> refused = receivers.refusal(url);
        refused.ifPresent(why -> invalid.at("/url", why.en(), why.ja()));
        List<Integer> unknown = IntStream.range(0, eventTypes.size())
                .filter(i -> EventType.subscribable(eventTypes.get(i)).isEmpty())
                .boxed()
                .toList();
        String known = String.join(", ", EventType.subscribableNames());
        unknown.forEach(i -> invalid.at("/eventTypes/" + i, "is none of " + known, "次のいずれかを指定してください: " + known));
        if (refused.isPresent() || !unknown.isEmpty()) {
            throw invalid;
        }
    }
}
