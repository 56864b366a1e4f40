package jp.kakawari.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;

/** Supporter lists (名簿) on their way into the registry. */
public final class SupporterLists {

    private static final List<String> FINISHED = List.of("DONE", "FAILED", "CANCELLED");

    private final Addresses at;
    private final Actors actors;

    public SupporterLists(Addresses at, Actors actors) {
        this.at = at;
        this.actors = actors;
    }

    /** Sends a list as its municipality and returns the sync as it is when it has finished. */
    public JsonNode send(String municipality, byte[] list) {
        Client town = actors.government(municipality);
        Answer accepted = offer(municipality, list).expect(202);
        URI sync = at.registry().resolve(accepted.header("Location"));
        return Patience.until(
                state -> FINISHED.contains(state.path("state").asText()),
                () -> town.get(sync).expect(200).json());
    }

    /** Sends a list and returns the first answer, whatever it is. */
    public Answer offer(String municipality, byte[] list) {
        return actors.government(municipality)
                .post(
                        Addresses.of(at.registry(), "/v1/municipalities/%s/supporter-syncs", municipality),
                        "text/csv",
                        BodyPublishers.ofByteArray(list),
                        UUID.randomUUID());
    }
}
