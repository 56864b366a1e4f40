package jp.kakawari.japan;

import java.util.OptionalInt;

/**
 * A municipality of the national list (市区町村).
 *
 * @param kana its name in katakana, kind included (ヒダシ)
 * @param latitude of its town hall, degrees (WGS 84)
 * @param population of the census of 2020; empty where the census could not count (双葉町)
 */
public record Municipality(
        LocalGovernmentCode code,
        String name,
        String kana,
        Kind kind,
        double latitude,
        double longitude,
        OptionalInt population) {

    /** What a municipality is by law: 政令指定都市, 市, 特別区, 町, 村. */
    public enum Kind {
        DESIGNATED_CITY,
        CITY,
        SPECIAL_WARD,
        TOWN,
        VILLAGE
    }

    public Prefecture prefecture() {
        return code.prefecture();
    }
}
