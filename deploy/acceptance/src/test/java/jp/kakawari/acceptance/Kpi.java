package jp.kakawari.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import jp.kakawari.local.Addresses;

/** What the secretariat reads. */
final class Kpi {

    private Kpi() {}

    /** The first row of the feed for that query. */
    static JsonNode row(String query) {
        return RunningPlatform.actors()
                .secretariat()
                .get(Addresses.of(RunningPlatform.at().kpi(), "/v1/feeds/relations?" + query))
                .expect(200)
                .json()
                .path("items")
                .path(0);
    }
}
