package jp.kakawari.kpi.place;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How wide a place is: 国, 都道府県, 市区町村. */
public enum Level {
    @JsonProperty("nation")
    NATION,
    @JsonProperty("prefecture")
    PREFECTURE,
    @JsonProperty("municipality")
    MUNICIPALITY
}
