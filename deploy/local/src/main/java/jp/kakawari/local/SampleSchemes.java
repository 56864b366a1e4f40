package jp.kakawari.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The membership schemes of the sample world, as its municipalities state them: configured, not coded. */
public final class SampleSchemes {

    private static final Map<String, List<String>> RUN_BY = Map.of(
            "furusato-toroku", List.of("212172", "194425"),
            "hida-fanclub", List.of("212172"),
            "kimotsuki-republic", List.of("464929"));

    private final Addresses at;
    private final Actors actors;

    public SampleSchemes(Addresses at, Actors actors) {
        this.at = at;
        this.actors = actors;
    }

    /** Has all of them stated by those who run them. */
    void state() {
        RUN_BY.forEach((name, runners) -> runners.forEach(runner -> state(name, runner)));
    }

    /** Has a municipality state a scheme of the sample world; answers its code. What it changed since stays. */
    public String state(String name, String municipality) {
        JsonNode sample = read(name, municipality);
        String code = sample.path("code").asText();
        actors.government(municipality)
                .put(Addresses.of(at.registry(), "/v1/schemes/%s", code), sample.path("scheme"))
                .expect(200, 428);
        return code;
    }

    private static JsonNode read(String name, String municipality) {
        String text = new String(Samples.bytes("schemes/" + name + ".json"), StandardCharsets.UTF_8);
        try {
            return JsonMapper.builder().build().readTree(text.replace("{municipality}", municipality));
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }
}
