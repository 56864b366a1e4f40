package jp.kakawari.matching.application;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What somebody can do with an application; written like the path that does it. */
public enum Action {
    /** The host holds a place for the applicant until a deadline (内定・回答待ち). */
    OFFER,
    /** The applicant takes the offer, or the host gives a place at once (受諾・採用). */
    ACCEPTANCE,
    /** The applicant steps back (辞退・取消). */
    WITHDRAWAL,
    /** The host refuses (不採用). */
    DECLINE,
    /** The host records that they didn't come (無断欠席). */
    NO_SHOW,
    /** The host checks them in (参加・受付). */
    PARTICIPATION;

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
