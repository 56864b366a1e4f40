package jp.kakawari.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;

/** A municipality's lists on their way into the registry: its supporters (名簿), its ledger (関わりの記録) and its members (会員). */
public final class SupporterLists {

    private static final String SUPPORTERS = "supporter-syncs";
    private static final String LEDGER = "engagement-syncs";
    private static final String MEMBERSHIPS = "membership-syncs";

    private static final List<String> FINISHED = List.of("DONE", "FAILED", "CANCELLED");

    private final Addresses at;
    private final Actors actors;

    public SupporterLists(Addresses at, Actors actors) {
        this.at = at;
        this.actors = actors;
    }

    /** Sends a list as its municipality and returns the sync as it is when it has finished. */
    public JsonNode send(String municipality, byte[] list) {
        return await(municipality, offer(municipality, list));
    }

    /** Sends a ledger as its municipality and returns the sync as it is when it has finished. */
    public JsonNode sendLedger(String municipality, byte[] list) {
        return await(municipality, offer(municipality, LEDGER, list));
    }

    /** Sends a list of memberships as its municipality and returns the sync as it is when it has finished. */
    public JsonNode sendMemberships(String municipality, byte[] list) {
        return await(municipality, offer(municipality, MEMBERSHIPS, list));
    }

    private JsonNode await(String municipality, Answer answer) {
        Client town = actors.government(municipality);
        Answer accepted = answer.expect(202);
        URI sync = at.registry().resolve(accepted.header("Location"));
        return Patience.until(
                state -> FINISHED.contains(state.path("state").asText()),
                () -> town.get(sync).expect(200).json());
    }

    /** Sends a list and returns the first answer, whatever it is. */
    public Answer offer(String municipality, byte[] list) {
        return offer(municipality, SUPPORTERS, list);
    }

    private Answer offer(String municipality, String kind, byte[] list) {
        return actors.government(municipality)
                .post(
                        Addresses.of(at.registry(), "/v1/municipalities/%s/%s", municipality, kind),
                        "text/csv",
                        BodyPublishers.ofByteArray(list),
                        UUID.randomUUID());
    }
}
