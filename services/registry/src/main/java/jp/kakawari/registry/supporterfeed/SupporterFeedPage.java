package jp.kakawari.registry.supporterfeed;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.UUID;
import jp.kakawari.registry.municipality.TiedSupporter;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of a municipality's feed (RPDE 1.0). */
@Schema(description = "One page of changes in the order of (modified, id) (RPDE 1.0)")
record SupporterFeedPage(
        @Schema(
                description = "Where to go on; the page itself when nothing is new",
                examples = "http://localhost:8081/v1/municipalities/212172/supporter-feed"
                        + "?afterTimestamp=7431&afterId=0198c0de-0000-7000-8000-000000000001")
        String next,

        List<Item> items,

        @Schema(description = "個人情報保護法: personal data under the law, no open licence", examples = LICENSE)
        String license) {

    private static final String LICENSE = "https://laws.e-gov.go.jp/law/415AC0000000057";

    static SupporterFeedPage of(String next, List<Item> items) {
        return new SupporterFeedPage(next, items, LICENSE);
    }

    /** The newest state of one supporter. */
    @Schema(name = "SupporterFeedItem", description = "The newest state of one supporter")
    record Item(
            State state,

            @Schema(examples = "Supporter") String kind,

            @Schema(examples = "0198c0de-0000-7000-8000-000000000001")
            UUID id,

            @Schema(description = "Rises with each change; a number without a meaning of its own", examples = "7431")
            long modified,

            @Schema(description = "Absent for a deletion") TiedSupporter data) {

        static Item updated(Position at, TiedSupporter supporter) {
            return new Item(State.UPDATED, "Supporter", at.id(), at.modified(), supporter);
        }

        static Item deleted(Position at) {
            return new Item(State.DELETED, "Supporter", at.id(), at.modified(), null);
        }

        Position position() {
            return new Position(modified, id);
        }
    }

    /** Whether the supporter is one of the municipality. */
    @Schema(
            name = "SupporterFeedState",
            description =
                    "updated: one of the municipality's supporters; deleted: the tie ended, or the person was removed")
    enum State {
        @JsonProperty("updated")
        UPDATED,
        @JsonProperty("deleted")
        DELETED
    }
}
