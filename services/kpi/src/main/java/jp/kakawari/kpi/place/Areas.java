package jp.kakawari.kpi.place;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import jp.kakawari.japan.Municipalities;
import jp.kakawari.japan.Municipality;
import jp.kakawari.japan.Prefecture;

/**
 * All places in a fixed order: the nation, the prefectures, the municipalities, and last a part of the nation that takes
 * in what belongs to none of them (a nationwide host, a code that the national list doesn't know).
 */
public final class Areas {
    public static final int NATION = 0;
    static final String NATION_CODE = "JP";

    private static final List<Area> ALL = new ArrayList<>();
    private static final Map<String, Integer> POSITIONS = new HashMap<>();

    static {
        add(new Area(Level.NATION, NATION_CODE, "", "全国", -1, true), NATION_CODE);
        for (Prefecture prefecture : Prefecture.values()) {
            String code = prefecture.code().value();
            add(
                    new Area(Level.PREFECTURE, code, prefecture.number(), prefecture.ja(), NATION, true),
                    prefecture.number());
        }
        for (Municipality municipality : Municipalities.all()) {
            String code = municipality.code().value();
            String prefecture = municipality.prefecture().number();
            add(
                    new Area(
                            Level.MUNICIPALITY, code, prefecture, municipality.name(), POSITIONS.get(prefecture), true),
                    code);
        }
        add(new Area(Level.MUNICIPALITY, "", "", "", NATION, false), "");
    }

    private Areas() {}

    private static void add(Area area, String key) {
        POSITIONS.put(key, ALL.size());
        ALL.add(area);
    }

    public static int size() {
        return ALL.size();
    }

    public static Area get(int position) {
        return ALL.get(position);
    }

    /** Where a place stands: {@code JP}, a prefecture's two digits or a municipality's six; anything else stands last. */
    public static int position(String code) {
        return POSITIONS.getOrDefault(code, ALL.size() - 1);
    }

    static boolean knows(String code) {
        return POSITIONS.containsKey(code);
    }

    /** The positions of the places of that level that have a row. */
    public static List<Integer> at(Level level) {
        return IntStream.range(0, ALL.size())
                .filter(position ->
                        ALL.get(position).level() == level && ALL.get(position).told())
                .boxed()
                .toList();
    }

    /** Adds each municipality's counts to its prefecture's and the nation's. */
    public static void sumUp(long[] counts) {
        for (int position = ALL.size() - 1; position > NATION; position--) {
            counts[ALL.get(position).parent()] += counts[position];
        }
    }
}
