package jp.kakawari.acceptance;

import static jp.kakawari.acceptance.RunningPlatform.actors;
import static jp.kakawari.acceptance.RunningPlatform.at;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.kakawari.local.Addresses;
import jp.kakawari.local.Answer;
import jp.kakawari.local.Client;
import jp.kakawari.local.Patience;

/** Programs that journeys need. */
final class Programs {

    private Programs() {}

    /** A program of that municipality; add to it what matters. */
    static Map<String, Object> sheet(String municipality, String title) {
        Map<String, Object> sheet = new HashMap<>();
        sheet.put("title", title);
        sheet.put("summary", "地域の人と一日を過ごします。");
        sheet.put("municipalities", List.of(municipality));
        sheet.put("themes", List.of("里山"));
        sheet.put("activities", List.of("ボランティア"));
        sheet.put("mode", "ONSITE");
        sheet.put("activity", "VOLUNTEERING");
        sheet.put("selection", "FIRST_COME");
        return sheet;
    }

    /** Publishes it and returns its address. */
    static URI publish(String municipality, Map<String, Object> sheet) {
        Client town = actors().government(municipality);
        Answer draft =
                town.post(Addresses.of(at().catalog(), "/v1/programs"), sheet).expect(201);
        URI program = at().catalog().resolve(draft.header("Location"));
        town.post(URI.create(program + "/publication"), Map.of()).expect(200);
        return program;
    }

    /** Publishes it and returns its id as soon as matching takes applications for it. */
    static String open(String municipality, Map<String, Object> sheet) {
        String id = id(publish(municipality, sheet));
        Patience.until(
                        answer -> answer.status() == 200,
                        () -> actors().government(municipality)
                                .get(Addresses.of(at().matching(), "/v1/programs/%s/applications", id)))
                .expect(200);
        return id;
    }

    static String id(URI program) {
        return program.getPath().substring(program.getPath().lastIndexOf('/') + 1);
    }
}
