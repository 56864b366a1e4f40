package jp.kakawari.catalog;

import jp.kakawari.japan.Prefecture;

/** A prefecture (都道府県) as a parameter: 21, 210005, 岐阜県 and Gifu are the same; its value is the two digits. */
public record PrefectureNumber(String value) {

    public static PrefectureNumber parse(String text) {
        return new PrefectureNumber(Prefecture.parse(text).number());
    }
}
