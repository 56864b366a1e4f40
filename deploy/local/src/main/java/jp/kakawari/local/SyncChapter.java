package jp.kakawari.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Municipalities sync their supporters (名簿の同期), messy files and all, and the same file again changes nothing. */
final class SyncChapter {

    private final SupporterLists lists;
    private final Console console;

    SyncChapter(Addresses at, Actors actors, Console console) {
        this.lists = new SupporterLists(at, actors);
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
        JsonNode job = lists.send(municipality, Samples.bytes("sync/" + file + ".csv"));
        JsonNode counts = job.path("progress");
        console.check(
                who + ": rows read",
                truth.path("rows").asLong(),
                counts.path("rowsRead").asLong());
        for (String kind : List.of("created", "changed", "unchanged")) {
            console.check(
                    "   " + kind,
                    kind.equals(outcome) ? accepted : 0L,
                    counts.path(kind).asLong());
        }
        console.check(
                "   rejected",
                truth.path("rejectedTotal").asLong(),
                counts.path("rejected").asLong());
        console.check(
                "   superseded",
                truth.path("changedAgain").asLong(),
                counts.path("superseded").asLong());
    }
}
