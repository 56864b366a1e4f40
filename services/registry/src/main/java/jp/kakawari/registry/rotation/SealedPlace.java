package jp.kakawari.registry.rotation;

import java.util.List;

/**
 * A column of sealed values.
 *
 * @param owner column of the id that they are sealed for
 * @param line number that tells the rows of one owner apart
 * @param passing whether rows leave by themselves within seconds, so that waiting is enough
 */
record SealedPlace(String table, String column, String owner, String line, boolean passing) {

    /** All of them. */
    static final List<SealedPlace> ALL = List.of(
            new SealedPlace("supporter", "personal", "id", "cast(0 as bigint)", false),
            new SealedPlace("organization", "contact", "id", "cast(0 as bigint)", false),
            new SealedPlace("officer", "name", "id", "cast(0 as bigint)", false),
            new SealedPlace("guardian", "sealed", "supporter", "cast(0 as bigint)", false),
            new SealedPlace("sync_rejection", "cells", "job", "line", false),
            new SealedPlace("board_thread", "title", "id", "cast(0 as bigint)", false),
            new SealedPlace("board_post", "text", "id", "cast(0 as bigint)", false),
            new SealedPlace("board_post_edit", "text", "id", "cast(0 as bigint)", false),
            new SealedPlace("oauth_client", "secret", "organization", "cast(0 as bigint)", false),
            new SealedPlace("webhook", "secret", "id", "cast(0 as bigint)", false),
            new SealedPlace("webhook", "former_secret", "id", "cast(0 as bigint)", false),
            new SealedPlace("digest_subscription", "contacts", "id", "cast(0 as bigint)", false),
            new SealedPlace("digest_put_off", "contacts", "id", "cast(0 as bigint)", false),
            new SealedPlace("opinion", "text", "id", "cast(0 as bigint)", false),
            new SealedPlace("opinion", "answer", "id", "cast(0 as bigint)", false),
            new SealedPlace("sync_row", "personal", "supporter", "line", true),
            new SealedPlace("sync_engagement_row", "cells", "job", "line", true),
            new SealedPlace("sync_membership_row", "cells", "job", "line", true));

    String count() {
        return "select count(*) from %s where %s".formatted(table, older());
    }

    /** The next rows in the order of their keys, held; those that are being written are left to their writers. */
    String next() {
        return """
                select %1$s, %2$s, %3$s from %4$s
                where %1$s >= :owner and (%1$s, %2$s) > (:owner, :line) and %5$s
                order by %1$s, %2$s limit :limit for update skip locked
                """.formatted(owner, line, column, table, older());
    }

    String reseal() {
        return """
                update %4$s t set %3$s = n.sealed
                from unnest(:owners, :lines, :values) as n (owner, at, sealed)
                where t.%1$s = n.owner and %2$s = n.at
                """.formatted(owner, line, column, table);
    }

    private String older() {
        return "%1$s is not null and substring(%1$s from 1 for 5) <> :prefix".formatted(column);
    }
}
