package jp.kakawari.acceptance;

import static jp.kakawari.acceptance.RunningPlatform.actors;
import static jp.kakawari.acceptance.RunningPlatform.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import jp.kakawari.local.Addresses;
import jp.kakawari.local.Answer;
import jp.kakawari.local.Client;
import jp.kakawari.local.Patience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningPlatform.class)
class ProgramJourneyTest {

    private static final String OHNAN = "324493";

    @Test
    void row068_a_portal_finds_only_open_fan_clubs_of_a_prefecture_in_pages_with_an_etag() throws Exception {
        for (int number = 1; number <= 3; number++) {
            Programs.publish(OHNAN, fanClub("邑南ファンクラブ " + number));
        }
        Map<String, Object> over = fanClub("終わったファンクラブ");
        over.put("applicationCloses", OffsetDateTime.now().plusSeconds(2).toString());
        Programs.publish(OHNAN, over);
        URI search = Addresses.of(at().catalog(), "/v1/programs?type=fanclub&prefecture=32&limit=2&q=%s", encode("邑南"));
        Answer first = actors().anybody().get(search).expect(200);
        assertThat(first.json().path("items")).hasSize(2);
        assertThat(first.header("Link")).contains("rel=\"next\"");
        HttpRequest again = HttpRequest.newBuilder(search)
                .header("If-None-Match", first.header("ETag"))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            assertThat(http.send(again, HttpResponse.BodyHandlers.discarding()).statusCode())
                    .isEqualTo(304);
        }
        Patience.until(titles -> !titles.contains("終わったファンクラブ"), () -> titles("type=fanclub&prefecture=32&limit=200"));
        assertThat(titles("type=fanclub&prefecture=32&limit=200")).doesNotContain("終わったファンクラブ");
        assertThat(titles("type=fanclub&prefecture=32&limit=200&openNow=false")).contains("終わったファンクラブ");
    }

    @Test
    void row040_a_prefecture_pulls_what_changed_since_with_deletions() {
        Client town = actors().government(OHNAN);
        URI kept = Programs.publish(OHNAN, Programs.sheet(OHNAN, "棚田の草刈り"));
        URI gone = Programs.publish(OHNAN, Programs.sheet(OHNAN, "中止になった草刈り"));
        String since = OffsetDateTime.now().toString();
        town.delete(gone, town.get(gone).expect(200).header("ETag")).expect(204);
        Map<String, String> delta =
                follow(Addresses.of(at().catalog(), "/v1/feeds/programs?prefecture=32&updatedSince=%s", encode(since)));
        assertThat(delta).containsEntry(Programs.id(gone), "deleted").doesNotContainKey(Programs.id(kept));
        Map<String, String> all = follow(Addresses.of(at().catalog(), "/v1/feeds/programs?prefecture=32"));
        assertThat(all).containsEntry(Programs.id(kept), "updated");
    }

    private static Map<String, Object> fanClub(String title) {
        Map<String, Object> sheet = Programs.sheet(OHNAN, title);
        sheet.put("activities", List.of("会員登録"));
        return sheet;
    }

    private static List<String> titles(String query) {
        return actors().anybody()
                .get(Addresses.of(at().catalog(), "/v1/programs?" + query))
                .expect(200)
                .json()
                .path("items")
                .findValuesAsText("title");
    }

    private static Map<String, String> follow(URI start) {
        return Stream.iterate(
                        actors().anybody().get(start).expect(200),
                        answer -> !answer.json().path("items").isEmpty(),
                        answer -> actors().anybody()
                                .get(answer.uri()
                                        .resolve(answer.json().path("next").asText()))
                                .expect(200))
                .flatMap(answer ->
                        StreamSupport.stream(answer.json().path("items").spliterator(), false))
                .collect(Collectors.toMap(
                        item -> item.path("id").asText(),
                        item -> item.path("state").asText(),
                        (older, newer) -> newer));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
