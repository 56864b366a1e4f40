package jp.kakawari.registry.announcement;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.japan.Municipalities;
import jp.kakawari.japan.Municipality;
import jp.kakawari.web.Page;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Announcements as a feed that readers of feeds understand (JSON Feed 1.1). */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "お知らせのフィード (JSON Feed 1.1)")
record JsonFeed(
        @Schema(examples = "https://jsonfeed.org/version/1.1")
        String version,

        @Schema(examples = "かかわりのお知らせ") String title,
        @JsonProperty("feed_url") URI feedUrl,
        @JsonProperty("next_url") URI nextUrl,
        @Schema(examples = "ja") String language,
        List<Item> items) {

    static final String TYPE = "application/feed+json";

    /** One announcement. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "JsonFeedItem")
    record Item(
            UUID id,
            URI url,
            @JsonProperty("external_url") String externalUrl,
            String title,
            @JsonProperty("content_text") String contentText,
            @JsonProperty("date_published") OffsetDateTime datePublished,
            List<Author> authors) {}

    /** Who announced it. */
    @Schema(name = "JsonFeedAuthor")
    record Author(@Schema(examples = "飛騨市") String name) {}

    /** @param at address of the feed */
    static JsonFeed of(String title, URI at, URI service, Page<AnnouncementView> page) {
        return new JsonFeed(
                "https://jsonfeed.org/version/1.1",
                title,
                at,
                page.next() == null ? null : URI.create(at + "?cursor=" + page.next()),
                "ja",
                page.items().stream().map(one -> item(one, service)).toList());
    }

    private static Item item(AnnouncementView told, URI service) {
        boolean open = told.audience() == AnnouncedTo.PUBLIC;
        return new Item(
                told.id(),
                open ? service.resolve("/v1/announcements/" + told.id()) : null,
                told.link(),
                told.title(),
                told.body(),
                told.publishedAt(),
                List.of(new Author(Municipalities.byCode(LocalGovernmentCode.parse(told.municipality()))
                        .map(Municipality::name)
                        .orElse(told.municipality()))));
    }
}
