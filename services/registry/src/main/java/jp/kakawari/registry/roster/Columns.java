package jp.kakawari.registry.roster;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The columns that one kind of list may have, and those without which it is none. */
public final class Columns {

    public static final Columns SUPPORTERS = new Columns(
            EnumSet.range(Column.MEMBER_NUMBER, Column.LOST_CHARACTERS),
            Set.of(),
            List.of(List.of(Column.MEMBER_NUMBER), List.of(Column.NAME, Column.FAMILY_NAME, Column.SNS_ACCOUNT)));

    private final Set<Column> all;
    private final List<List<Column>> needed;
    private final Map<String, Column> byKey = new HashMap<>();

    /**
     * @param ambiguous headers that are usual for one of the columns in other lists and may be something else here
     * @param needed of each group one column must be there; the first is what is asked for
     */
    public Columns(Set<Column> all, Set<String> ambiguous, List<List<Column>> needed) {
        this.all = Set.copyOf(all);
        this.needed = needed;
        for (Column column : all) {
            byKey.put(Column.key(column.field()), column);
            column.headers().stream()
                    .filter(header -> !ambiguous.contains(header))
                    .forEach(header -> byKey.put(Column.key(header), column));
        }
    }

    Set<Column> all() {
        return all;
    }

    List<List<Column>> needed() {
        return needed;
    }

    boolean contain(Column column) {
        return all.contains(column);
    }

    /** The column that goes by that header. */
    public Optional<Column> ofHeader(String header) {
        return Optional.ofNullable(byKey.get(Column.key(header)));
    }
}
