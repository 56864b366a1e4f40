package jp.kakawari.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;

/** Municipalities sync their supporters (名簿の同期), messy files and all, and the same file again changes nothing. */
final class SyncChapter {

    private static final List<String> FINISHED = List.of("DONE", "FAILED", "CANCELLED");

    private final Addresses at;
    private final Actors actors;
    private final Console console;

    SyncChapter(Addresses at, Actors actors, Console console) {
        this.at = at;
        this.actors = actors;
        this.console = console;
    }

    /** @param first whether nobody is there yet, so that all are created; else the same lists change nothing */
    void tell(boolean first) {
        console.say("");
        console.say("1. 名簿の同期 — municipalities sync their supporters");
        report("飛騨市 (windows-31j)", "212172", "hida-fanclub", first ? "created" : "unchanged");
        report("小菅村 (UTF-8 with BOM)", "194425", "kosuge-members", first ? "created" : "unchanged");
        report("伊賀市 (UTF-8)", "242161", "iga-supporters", first ? "created" : "unchanged");
        report("飛騨市, the same file again", "212172", "hida-fanclub", "unchanged");
    }

    private void report(String who, String municipality, String file, String outcome) {
        JsonNode truth = Samples.json("sync/" + file + ".expected.json");
        long accepted = truth.path("valid").asLong();
        JsonNode job = send(municipality, file + ".csv");
        console.check(
                who + ": rows read",
                truth.path("rows").asLong(),
                job.path("rowsRead").asLong());
        for (String kind : List.of("created", "changed", "unchanged")) {
            console.check(
                    "   " + kind,
                    kind.equals(outcome) ? accepted : 0L,
                    job.path(kind).asLong());
        }
        console.check(
                "   rejected",
                truth.path("rejectedTotal").asLong(),
                job.path("rejected").asLong());
        console.check(
                "   superseded",
                truth.path("changedAgain").asLong(),
                job.path("superseded").asLong());
    }

    /** Sends a list of the sample world as its municipality and returns the finished job. */
    JsonNode send(String municipality, String file) {
        Client town = actors.government(municipality);
        Answer accepted = town.post(
                        Addresses.of(at.registry(), "/v1/municipalities/%s/supporter-syncs", municipality),
                        "text/csv",
                        BodyPublishers.ofByteArray(Samples.bytes("sync/" + file)),
                        UUID.randomUUID())
                .expect(202);
        URI job = at.registry().resolve(accepted.header("Location"));
        return Patience.until(
                state -> FINISHED.contains(state.path("state").asText()),
                () -> town.get(job).expect(200).json());
    }
}
