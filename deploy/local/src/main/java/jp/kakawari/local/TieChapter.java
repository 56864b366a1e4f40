package jp.kakawari.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** Taking part becomes a tie (関わり): check-in → participation → engagement → stage and last activity. */
final class TieChapter {

    private final Addresses at;
    private final Actors actors;
    private final Console console;

    TieChapter(Addresses at, Actors actors, Console console) {
        this.at = at;
        this.actors = actors;
        this.console = console;
    }

    /** @param applications those who hold a place: all of them come */
    void tell(List<String> applications) {
        console.say("");
        console.say("4. 参加から関わりへ — taking part becomes a tie");
        Client town = actors.government(BridgeChapter.TOWN);
        List<String> supporters = applications.stream()
                .map(application -> town.post(
                                Addresses.of(at.matching(), "/v1/participations"),
                                Map.of("application", application, "hours", 6.5))
                        .expect(201)
                        .json()
                        .path("supporter")
                        .asText())
                .toList();
        console.check("checked in at 南小国町", applications.size(), supporters.size());
        long warm = supporters.stream()
                .filter(supporter -> isWarm(Patience.until(this::isWarm, () -> tie(town, supporter))))
                .count();
        console.check("their ties in registry: stage あたためる, active today", (long) applications.size(), warm);
    }

    private JsonNode tie(Client town, String supporter) {
        Answer answer = town.get(Addresses.of(
                        at.registry(), "/v1/municipalities/%s/supporters/%s", BridgeChapter.TOWN, supporter))
                .expect(200, 404);
        return answer.json().path("tie");
    }

    private boolean isWarm(JsonNode tie) {
        return tie.path("stage").asText().equals("WARM") && tie.hasNonNull("lastActiveOn");
    }
}
