package jp.kakawari.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The bridge (マッチング): recommendations with reasons, then 23 people for 15 places, at once. */
final class BridgeChapter {

    static final String TOWN = "434230";
    private static final int PLACES = 15;
    private static final int PEOPLE = 23;

    private final Addresses at;
    private final Actors actors;
    private final Console console;
    private final String round;

    BridgeChapter(Addresses at, Actors actors, Console console, String round) {
        this.at = at;
        this.actors = actors;
        this.console = console;
        this.round = round;
    }

    /** Returns the ids of the applications that hold a place in the end. */
    List<String> tell() throws Exception {
        console.say("");
        console.say("3. マッチング — the best programs with reasons, and 23 people for 15 places");
        recommend();
        String program = publishProject();
        Applicants applicants = new Applicants(at, actors, round);
        List<String> people = applicants.register(PEOPLE);
        List<JsonNode> answers = applicants.apply(people, program).stream()
                .map(answer -> answer.expect(201).json())
                .toList();
        List<JsonNode> accepted = inState(answers, "ACCEPTED");
        List<JsonNode> waiting = inState(answers, "WAITING").stream()
                .sorted(Comparator.comparingInt(one -> one.path("position").asInt()))
                .toList();
        console.check("23 apply at once for 15 places of 南小国町: accepted", PLACES, accepted.size());
        console.check("   waiting", PEOPLE - PLACES, waiting.size());
        makeRoom(accepted.getFirst(), waiting);
        return holders(program);
    }

    private void recommend() {
        Map<String, Object> profile = Map.of(
                "prefecture",
                "40",
                "ageBand",
                "20s",
                "interests",
                List.of("マウンテンバイク", "草刈り"),
                "skills",
                List.of("自転車整備"),
                "limit",
                3);
        JsonNode items = actors.partner()
                .post(Addresses.of(at.matching(), "/v1/recommendations"), profile)
                .expect(200)
                .json()
                .path("items");
        console.check("an anonymous profile gets programs with reasons", 3, items.size());
        items.forEach(item -> console.say(
                "       %.2f %s（%s）",
                item.path("score").asDouble(),
                item.path("title").asText(),
                item.path("reasons").path(0).path("sentence").path("ja").asText()));
    }

    /** 南小国町 publishes this round of its project: 15 places, first come first served. */
    private String publishProject() {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Tokyo"));
        Map<String, Object> project = new LinkedHashMap<>();
        project.put("title", "南小国観光まちづくりプロジェクト（" + round + "の回）");
        project.put("summary", "選ばれた15人が参加費を払い4回の現地活動で実行案をつくる。");
        project.put("audience", "観光・商品開発等の専門人材");
        project.put("municipalities", List.of(TOWN));
        project.put("themes", List.of("温泉", "滞在型観光", "新事業"));
        project.put("activities", List.of("フィールドワーク", "ワークショップ", "政策提案"));
        project.put("mode", "HYBRID");
        project.put("relationClass", "DIRECT_CONTRIBUTION");
        project.put("activity", "TOWN_PLANNING");
        project.put("capacity", PLACES);
        project.put("feeYen", 21_600);
        project.put("selection", "FIRST_COME");
        project.put("startsOn", today.toString());
        project.put("endsOn", today.plusMonths(3).toString());
        Client town = actors.government(TOWN);
        Answer draft =
                town.post(Addresses.of(at.catalog(), "/v1/programs"), project).expect(201);
        town.post(Addresses.of(at.catalog(), draft.header("Location") + "/publication"), Map.of())
                .expect(200);
        String id = draft.json().path("id").asText();
        Patience.until(
                        answer -> answer.status() == 200,
                        () -> town.get(Addresses.of(at.matching(), "/v1/programs/%s/applications", id)))
                .expect(200);
        return id;
    }

    /** One withdraws; the first of the waiting ones is offered the place and takes it; a 16th is refused. */
    private void makeRoom(JsonNode leaving, List<JsonNode> waiting) {
        Client partner = actors.partner();
        Client town = actors.government(TOWN);
        console.check(
                "a 16th place is refused with",
                409,
                town.post(action(waiting.getFirst(), "acceptance"), Map.of()).status());
        partner.post(action(leaving, "withdrawal"), Map.of()).expect(200);
        JsonNode first = partner.get(action(waiting.getFirst(), "")).expect(200).json();
        console.check(
                "one withdraws: the first of the waiting list is now",
                "OFFERED",
                first.path("state").asText());
        JsonNode second = partner.get(action(waiting.get(1), "")).expect(200).json();
        console.check("   the second is still", "WAITING", second.path("state").asText());
        JsonNode taken = partner.post(action(waiting.getFirst(), "acceptance"), Map.of())
                .expect(200)
                .json();
        console.check("   and takes the place", "ACCEPTED", taken.path("state").asText());
    }

    private List<String> holders(String program) {
        JsonNode items = actors.government(TOWN)
                .get(Addresses.of(at.matching(), "/v1/programs/%s/applications?state=ACCEPTED&limit=50", program))
                .expect(200)
                .json()
                .path("items");
        console.check("   places held in the end", PLACES, items.size());
        return items.findValuesAsText("id");
    }

    private URI action(JsonNode application, String action) {
        String path = "/v1/applications/" + application.path("id").asText();
        return Addresses.of(at.matching(), action.isEmpty() ? path : path + "/" + action);
    }

    private static List<JsonNode> inState(List<JsonNode> answers, String state) {
        return answers.stream()
                .filter(answer -> answer.path("state").asText().equals(state))
                .toList();
    }
}
