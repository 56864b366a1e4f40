package jp.kakawari.kpi.figure;

import java.util.stream.IntStream;
import jp.kakawari.kpi.place.Area;
import jp.kakawari.kpi.place.Areas;
import jp.kakawari.kpi.suppression.Places;

/** All places as the suppression sees them: small ones go first, the nation last; what has no row anyway costs nothing. */
final class Nationwide {
    static final Places PLACES = new Places(
            IntStream.range(0, Areas.size())
                    .map(position -> Areas.get(position).parent())
                    .toArray(),
            IntStream.range(0, Areas.size())
                    .mapToLong(position -> weight(Areas.get(position)))
                    .toArray());

    private Nationwide() {}

    private static long weight(Area area) {
        if (!area.told()) {
            return 0;
        }
        return switch (area.level()) {
            case MUNICIPALITY -> 1;
            case PREFECTURE -> 100;
            case NATION -> 1_000_000;
        };
    }
}
