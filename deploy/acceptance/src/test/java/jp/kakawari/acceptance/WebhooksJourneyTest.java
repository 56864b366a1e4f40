package jp.kakawari.acceptance;

import static jp.kakawari.acceptance.RunningPlatform.actors;
import static jp.kakawari.acceptance.RunningPlatform.at;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kakawari.embedded.HookReceiver;
import jp.kakawari.local.Patience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What one service writes down reaches a member's receiver, whichever service it was. */
@ExtendWith(RunningPlatform.class)
class WebhooksJourneyTest {

    private static final String HIDA = "212172";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void a_partner_app_is_told_of_a_published_program_and_can_check_who_says_so() throws Exception {
        try (HookReceiver app = new HookReceiver(204)) {
            String secret = actors().partner()
                    .post(
                            at().registry().resolve("/v1/webhooks"),
                            Map.of("url", app.url(), "eventTypes", List.of("jp.kakawari.catalog.program-changed.v1")))
                    .expect(201)
                    .json()
                    .path("secret")
                    .asText();
            URI program = Programs.publish(HIDA, Programs.sheet(HIDA, "通知される草刈り"));
            HookReceiver.Got told = Patience.until(Optional::isPresent, () -> about(program, app))
                    .orElseThrow();
            assertThat(told.isSignedWith(secret)).isTrue();
            JsonNode body = body(told);
            assertThat(body.path("type").asText()).isEqualTo("jp.kakawari.catalog.program-changed.v1");
            assertThat(body.path("data").path("title").asText()).isEqualTo("通知される草刈り");
        }
    }

    private static Optional<HookReceiver.Got> about(URI program, HookReceiver receiver) {
        return receiver.got().stream()
                .filter(got -> body(got).path("data").path("id").asText().equals(Programs.id(program)))
                .findFirst();
    }

    private static JsonNode body(HookReceiver.Got got) {
        try {
            return JSON.readTree(got.body());
        } catch (JsonProcessingException malformed) {
            throw new AssertionError(got.body(), malformed);
        }
    }
}
