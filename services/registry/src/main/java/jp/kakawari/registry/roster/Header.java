package jp.kakawari.registry.roster;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The first row of a list: which column stands where. */
public final class Header {

    /** Raised when a row of the same spelling comes to mean something else. */
    private static final String SPELLING = "1";

    private static final String SEPARATOR = "\u001f";

    private final List<String> names;
    private final Map<Column, Integer> places;
    private final int[] read;
    private final String meaning;

    private Header(List<String> names, Map<Column, Integer> places) {
        this.names = names;
        this.places = places;
        this.read = places.values().stream().mapToInt(Integer::intValue).toArray();
        this.meaning = SPELLING + places.keySet();
    }

    /**
     * Recognises the columns, the municipality's own mapping (header → column) before the known names.
     *
     * @param line of the file where the header stands
     * @throws UnreadableRoster without a column that the list must have, or when two columns mean the same
     */
    static Header of(long line, List<String> cells, Map<String, Column> mapping, Columns kind) {
        List<Column> columns = recognised(cells, mapping, kind);
        Map<Column, Integer> places = new EnumMap<>(Column.class);
        for (int i = 0; i < cells.size(); i++) {
            Column column = columns.get(i);
            if (column != null && places.putIfAbsent(column, i) != null) {
                throw twice(line, cells.get(places.get(column)), cells.get(i), column);
            }
        }
        kind.needed().stream()
                .filter(oneOf -> oneOf.stream().noneMatch(places::containsKey))
                .findFirst()
                .ifPresent(oneOf -> {
                    throw missing(line, oneOf.getFirst());
                });
        return new Header(List.copyOf(cells), Collections.unmodifiableMap(places));
    }

    /** What each cell of a header means; null for one that is not recognised, as No beside 会員番号. */
    static List<Column> recognised(List<String> cells, Map<String, Column> mapping, Columns kind) {
        Map<String, Column> own = ownHeaders(cells, mapping, kind);
        List<Column> columns = new ArrayList<>();
        cells.forEach(cell -> columns.add(recognised(cell, own, kind)));
        Set<Column> named = EnumSet.noneOf(Column.class);
        for (int i = 0; i < cells.size(); i++) {
            if (columns.get(i) != null && !Column.isGeneric(cells.get(i))) {
                named.add(columns.get(i));
            }
        }
        for (int i = 0; i < cells.size(); i++) {
            if (Column.isGeneric(cells.get(i)) && named.contains(columns.get(i))) {
                columns.set(i, null);
            }
        }
        return columns;
    }

    /** The mapped headers that stand in this file; another file may have the usual ones. */
    private static Map<String, Column> ownHeaders(List<String> cells, Map<String, Column> mapping, Columns kind) {
        Set<String> present = cells.stream().map(Column::key).collect(Collectors.toSet());
        Map<String, Column> own = new HashMap<>();
        mapping.forEach((header, column) -> {
            if (kind.contain(column) && present.contains(Column.key(header))) {
                own.put(Column.key(header), column);
            }
        });
        return own;
    }

    /** Where a column stands under its own header, its usual names are free for something else. */
    private static Column recognised(String cell, Map<String, Column> own, Columns kind) {
        Column mapped = own.get(Column.key(cell));
        if (mapped != null) {
            return mapped;
        }
        return kind.ofHeader(cell).filter(column -> !own.containsValue(column)).orElse(null);
    }

    private static UnreadableRoster twice(long line, String first, String second, Column column) {
        return new UnreadableRoster(
                line,
                "the columns \"" + shown(first) + "\" and \"" + shown(second) + "\" both mean " + column.field()
                        + "; rename one, or store a column mapping that says which it is",
                "「" + shown(first) + "」と「" + shown(second) + "」の列がどちらも「" + column.ja()
                        + "」にあたります。一方の列名を変えるか、使う列を列の対応表（column-mapping）に登録してください");
    }

    private static UnreadableRoster missing(long line, Column column) {
        return new UnreadableRoster(
                line,
                "the header has no column for " + column.field() + " (" + column.ja()
                        + "); name it so, or store a column mapping, and take away titles above it",
                "見出しに「" + column.ja() + "」の列がありません。列名を直すか、列の対応表（column-mapping）を登録してください。見出しより上に表題などの行があれば削除してください");
    }

    static String shown(String cell) {
        return cell.length() > 40 ? cell.substring(0, 40) + "…" : cell;
    }

    /** The header as it stands in the file. */
    public List<String> names() {
        return names;
    }

    /** What each column was taken for; null for one that is ignored. */
    public List<Column> columns() {
        List<Column> columns = new ArrayList<>(Collections.nCopies(names.size(), null));
        places.forEach((column, place) -> columns.set(place, column));
        return columns;
    }

    public boolean has(Column column) {
        return places.containsKey(column);
    }

    String cell(List<String> cells, Column column) {
        Integer place = places.get(column);
        return place == null ? "" : cells.get(place);
    }

    /** What the columns mean and, in one order, what stands in them. */
    String spelling(List<String> cells) {
        String[] parts = new String[1 + read.length];
        parts[0] = meaning;
        for (int i = 0; i < read.length; i++) {
            parts[1 + i] = cells.get(read[i]);
        }
        return String.join(SEPARATOR, parts);
    }
}
