package jp.kakawari.local;

import java.util.LinkedHashMap;
import java.util.Map;

/** The secretariat pulls the KPI feed (指標): within seconds its figures equal what was done. */
final class KpiChapter {

    /** What one telling of the story adds to 南小国町: 23 apply, 15 + 1 are accepted, 15 take part. */
    private static final Map<String, Long> DONE = new LinkedHashMap<>();

    static {
        DONE.put("ties", 15L);
        DONE.put("applications", 23L);
        DONE.put("acceptances", 16L);
        DONE.put("participations", 15L);
        DONE.put("participants", 15L);
        DONE.put("classes.directContribution", 15L);
    }

    private final Addresses at;
    private final Client secretariat;
    private final Console console;

    KpiChapter(Addresses at, Actors actors, Console console) {
        this.at = at;
        this.secretariat = actors.secretariat();
        this.console = console;
    }

    /** The town's figures as they are now. */
    Figures town() {
        return read("level=municipality&municipality=" + BridgeChapter.TOWN);
    }

    /** 飛騨市's figures as they are now. */
    Figures hida() {
        return read("level=municipality&municipality=212172");
    }

    /** @param before the town's figures before the story */
    void tell(Figures before) {
        console.say("");
        console.say("5. 指標 — the secretariat pulls the KPI feed");
        Figures town = Patience.until(now -> equalsWhatWasDone(before, now), this::town);
        DONE.forEach((measure, added) -> console.check(
                "南小国町: " + measure,
                before.of(measure).orElse(0) + added,
                town.of(measure).orElse(-1)));
        Figures hida = Patience.until(now -> now.of("ties").orElse(0) > 0, this::hida);
        console.check("飛騨市: ties (延べ)", "3,035", hida.told("ties"));
        console.check("飛騨市: people (実)", "3,035", hida.told("people"));
        Figures gifu = read("level=prefecture&prefecture=21");
        console.check("岐阜県: ties (延べ)", hida.told("ties"), gifu.told("ties"));
        Figures nation = read("level=nation");
        console.say(
                "       nation: %s people, %s ties, %s applications, %s participations; 訪問系 %s, 非訪問系 %s",
                nation.told("people"),
                nation.told("ties"),
                nation.told("applications"),
                nation.told("participations"),
                nation.told("classes.visiting"),
                nation.told("classes.nonVisiting"));
    }

    private static boolean equalsWhatWasDone(Figures before, Figures now) {
        return DONE.entrySet().stream()
                .allMatch(done -> now.of(done.getKey()).orElse(-1)
                        == before.of(done.getKey()).orElse(0) + done.getValue());
    }

    private Figures read(String query) {
        return new Figures(secretariat
                .get(Addresses.of(at.kpi(), "/v1/feeds/relations?" + query))
                .expect(200)
                .json()
                .path("items")
                .path(0));
    }
}
