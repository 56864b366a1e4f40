package jp.kakawari.acceptance;

import static jp.kakawari.acceptance.Letters.addresses;
import static jp.kakawari.acceptance.Letters.agree;
import static jp.kakawari.acceptance.Letters.await;
import static jp.kakawari.acceptance.Letters.crowd;
import static jp.kakawari.acceptance.Letters.delivered;
import static jp.kakawari.acceptance.Letters.link;
import static jp.kakawari.acceptance.Letters.mail;
import static jp.kakawari.acceptance.Letters.registry;
import static jp.kakawari.acceptance.Letters.send;
import static jp.kakawari.acceptance.RunningPlatform.actors;
import static jp.kakawari.acceptance.RunningPlatform.at;
import static jp.kakawari.acceptance.RunningPlatform.platform;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.kakawari.local.Answer;
import jp.kakawari.local.Client;
import jp.kakawari.local.Patience;
import jp.kakawari.local.SampleWorld;
import jp.kakawari.local.Service;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Letters to many, that really go over SMTP: each once, and none to who wants none. */
@ExtendWith(RunningPlatform.class)
class CampaignsJourneyTest {

    private static final String NAGAI = "062090";
    private static final String WAJIMA = "172049";
    private static final String SUMOTO = "282057";
    private static final String TOWADA = "022063";

    @BeforeAll
    static void joinTheTowns() throws Exception {
        new SampleWorld(at(), actors()).joinGovernments(NAGAI, WAJIMA, SUMOTO, TOWADA);
    }

    @Test
    void row029_who_unsubscribes_gets_no_more_in_the_same_request_and_is_on_no_list_of_addresses() {
        String domain = crowd(NAGAI, "aj29", 30);
        send(NAGAI, "長井会だより");
        Patience.until(sent -> sent.size() == 30, () -> mail().addressesEnding(domain));
        String reader = "r7" + domain;
        URI leave = link(mail().to(reader).getFirst(), "/v1/unsubscriptions/");
        assertThat(addresses(NAGAI)).contains(reader);
        click(leave).expect(200);
        assertThat(addresses(NAGAI)).doesNotContain(reader).contains("r8" + domain);
        String next = send(NAGAI, "長井会だより 続報");
        assertThat(await(NAGAI, next).path("deliveries").path("sent").asInt()).isEqualTo(29);
        assertThat(mail().to(reader)).hasSize(1);
        assertThat(mail().to("r8" + domain)).hasSize(2);
    }

    @Test
    void row075_who_opted_out_gets_nothing_a_sender_keeps_to_its_cap_and_kpi_learns_the_count() {
        String domain = crowd(SUMOTO, "aj75", 30, 15);
        actors().government(SUMOTO)
                .put(registry("/v1/municipalities/%s/mail-policy", SUMOTO), Map.of("perMonth", 1, "perYear", 4))
                .expect(200);
        String first = send(SUMOTO, "家族通信");
        assertThat(await(SUMOTO, first).path("deliveries").path("sent").asInt()).isEqualTo(15);
        assertThat(mail().addressesEnding(domain))
                .hasSize(15)
                .contains("r15" + domain)
                .doesNotContain("r16" + domain);
        String second = send(SUMOTO, "家族通信 号外");
        assertThat(await(SUMOTO, second).path("deliveries").path("sent").asInt())
                .isZero();
        assertThat(mail().addressesEnding(domain)).hasSize(15);
        JsonNode sums =
                Patience.until(sum -> sum.path("campaigns").asInt() == 2, () -> delivered(SUMOTO, "NEWSLETTER"));
        assertThat(sums.path("sent").asInt()).isEqualTo(15);
    }

    @Test
    void row129_only_who_agreed_to_hear_from_the_stricken_town_is_called_and_once() {
        String domain = crowd(WAJIMA, "aj129", 20);
        agree(WAJIMA, "aj129", 18, "DISASTER_CALL");
        String elsewhere = crowd(TOWADA, "aj129e", 12);
        Client town = actors().government(WAJIMA);
        URI call = registry("/v1/municipalities/%s/disaster-calls/2027-oame/sendings", WAJIMA);
        Map<String, Object> words = Map.of("subject", "片付けの手を貸してください", "body", "集合は8時です。");
        String id = town.post(call, words).expect(200).json().path("id").asText();
        town.post(call, words).expect(200);
        await(WAJIMA, id);
        town.post(call, words).expect(200);
        assertThat(await(WAJIMA, id).path("deliveries").path("sent").asInt()).isEqualTo(18);
        assertThat(mail().addressesEnding(domain)).hasSize(18).doesNotHaveDuplicates();
        assertThat(mail().addressesEnding(elsewhere)).isEmpty();
        actors().government(TOWADA).post(call, words).expect(403);
    }

    @Test
    void a_campaign_goes_on_after_the_service_was_killed_and_nobody_gets_it_twice() {
        String domain = crowd(TOWADA, "ajkill", 400);
        String campaign = send(TOWADA, "十和田だより");
        Patience.until(sent -> sent.size() >= 40, () -> mail().addressesEnding(domain));
        ProcessHandle killed = platform().process(Service.REGISTRY);
        assertThat(killed.destroyForcibly()).isTrue();
        killed.onExit().join();
        platform().restart(Service.REGISTRY, line -> {});
        JsonNode counts = await(TOWADA, campaign).path("deliveries");
        List<String> readers = mail().addressesEnding(domain);
        assertThat(readers).doesNotHaveDuplicates();
        assertThat(counts.path("sent").asInt() + counts.path("unknown").asInt()).isGreaterThanOrEqualTo(400);
        assertThat(counts.path("unknown").asInt()).isLessThanOrEqualTo(20);
        assertThat(readers.size()).isBetween(400 - counts.path("unknown").asInt(), 400);
    }

    private static Answer click(URI link) {
        return actors().anybody()
                .post(
                        link,
                        "application/x-www-form-urlencoded",
                        BodyPublishers.ofString("List-Unsubscribe=One-Click"),
                        UUID.randomUUID());
    }
}
