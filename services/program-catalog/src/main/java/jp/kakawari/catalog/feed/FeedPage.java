package jp.kakawari.catalog.feed;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.UUID;
import jp.kakawari.catalog.program.ProgramView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of the feed (RPDE 1.0). */
@Schema(description = "One page of changes in the order of their numbers (RPDE 1.0)")
record FeedPage(
        @Schema(
                description = "Where to go on; the page itself when nothing is new",
                examples = "http://localhost:8082/v1/feeds/programs?afterChangeNumber=128")
        String next,

        List<Item> items,

        @Schema(examples = "https://creativecommons.org/licenses/by/4.0/")
        String license) {

    private static final String LICENSE = "https://creativecommons.org/licenses/by/4.0/";

    static FeedPage of(String next, List<Item> items) {
        return new FeedPage(next, items, LICENSE);
    }

    /** The newest state of one program. */
    @Schema(description = "The newest state of one program")
    record Item(
            State state,

            @Schema(examples = "Program") String kind,

            @Schema(examples = "01938f6f-5b00-7d10-8a77-c5b0e1f2a344")
            UUID id,

            @Schema(description = "Its change number", examples = "128")
            long modified,

            @Schema(description = "Absent for a deletion") ProgramView data) {

        static Item updated(long changeNumber, ProgramView program) {
            return new Item(State.UPDATED, "Program", program.id(), changeNumber, program);
        }

        static Item deleted(long changeNumber, UUID id) {
            return new Item(State.DELETED, "Program", id, changeNumber, null);
        }
    }

    /** Whether the program is on offer. */
    @Schema(description = "updated: on offer; deleted: closed, done, removed, or gone from the prefecture asked for")
    enum State {
        @JsonProperty("updated")
        UPDATED,
        @JsonProperty("deleted")
        DELETED
    }
}
