package jp.kakawari.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Programs are published (受入プログラム): anybody searches them and follows the feed, deletions included. */
final class ProgramsChapter {

    private final Addresses at;
    private final Actors actors;
    private final Console console;

    ProgramsChapter(Addresses at, Actors actors, Console console) {
        this.at = at;
        this.actors = actors;
        this.console = console;
    }

    /** @param published how many programs of the sample world there are */
    void tell(int published) {
        console.say("");
        console.say("2. プログラム — programs of the whole country, without a token");
        Map<String, String> feed = follow();
        console.check(
                "programs of the sample world in the RPDE feed",
                true,
                feed.values().stream().filter("updated"::equals).count() >= published);
        found("q=里山", search("q", "里山"));
        found("q=手伝い (finds ボランティア)", search("q", "手伝い"));
        found("prefecture=43 and open now", search("prefecture", "43") + "&openNow=true");
        found("mode=ONLINE, also what opens later", search("mode", "ONLINE") + "&openNow=false");
        String gone = publishAndRemove();
        Map<String, String> after = Patience.until(items -> "deleted".equals(items.get(gone)), this::follow);
        console.check("a withdrawn program is in the feed as", "deleted", after.get(gone));
    }

    private void found(String what, String query) {
        JsonNode answer = actors.anybody()
                .get(Addresses.of(at.catalog(), "/v1/programs?%s&count=true&limit=1", query))
                .expect(200)
                .json();
        JsonNode best = answer.path("items").path(0);
        console.check(
                "search %s finds".formatted(what), true, answer.path("count").asLong() > 0);
        console.say(
                "       %d, first: %s",
                answer.path("count").asLong(), best.path("title").asText());
    }

    private static String search(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** The newest state of each program, as a partner app that follows the feed from the start knows it. */
    private Map<String, String> follow() {
        Map<String, String> states = new HashMap<>();
        URI page = Addresses.of(at.catalog(), "/v1/feeds/programs");
        while (true) {
            JsonNode answer = actors.anybody().get(page).expect(200).json();
            answer.path("items")
                    .forEach(item -> states.put(
                            item.path("id").asText(), item.path("state").asText()));
            URI next = page.resolve(answer.path("next").asText());
            if (answer.path("items").isEmpty()) {
                return states;
            }
            page = next;
        }
    }

    private String publishAndRemove() {
        Client town = actors.government("152056");
        Answer draft = town.post(
                        Addresses.of(at.catalog(), "/v1/programs"),
                        Map.of(
                                "title", "雪囲いの手伝い（中止）",
                                "summary", "雪の前に庭木を囲う手伝い。日程が合わず取りやめ。",
                                "municipalities", List.of("152056"),
                                "themes", List.of("里山"),
                                "activities", List.of("ボランティア"),
                                "mode", "ONSITE",
                                "relationClass", "DIRECT_CONTRIBUTION",
                                "activity", "VOLUNTEERING"))
                .expect(201);
        URI program = at.catalog().resolve(draft.header("Location"));
        town.post(URI.create(program + "/publication"), Map.of()).expect(200);
        town.delete(program, town.get(program).expect(200).header("ETag")).expect(204);
        return program.getPath().substring(program.getPath().lastIndexOf('/') + 1);
    }
}
