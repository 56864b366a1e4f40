package jp.kakawari.registry.supporterfeed;

import java.util.UUID;
import jp.kakawari.web.InvalidParameter;

/**
 * A place in the feed: the transaction that last changed a tie or its supporter, and the supporter.
 *
 * @param modified the transaction's number, which PostgreSQL never gives twice
 */
record Position(long modified, UUID id) {

    static final Position START = new Position(0, new UUID(0, 0));

    /** The place that both parameters name together; none of them is the beginning. */
    static Position of(Long afterTimestamp, UUID afterId) {
        if (afterTimestamp == null && afterId == null) {
            return START;
        }
        if (afterTimestamp == null || afterId == null) {
            String missing = afterTimestamp == null ? "afterTimestamp" : "afterId";
            throw new InvalidParameter(
                    missing,
                    "is needed: afterTimestamp and afterId go together",
                    "afterTimestamp と afterId は両方指定してください");
        }
        if (afterTimestamp < 0) {
            throw new InvalidParameter("afterTimestamp", "must not be negative", "0以上の整数を指定してください");
        }
        return new Position(afterTimestamp, afterId);
    }
}
