package jp.kakawari.kpi.figure;

import com.fasterxml.jackson.annotation.JsonValue;

/** What is counted (指標), and how ({@link #DEFINITION_VERSION}). */
public enum Measure {
    PEOPLE(
            "people",
            "実人数: その地域に現在つながりをもつ人の数。その地域の住民と団体を除き、国・都道府県でも重複なく数える。",
            "Distinct people who have a tie to the place now. Residents of it and organisations are no 関係人口. Distinct"
                    + " again for the prefecture and the nation, so no sum of their parts."),
    TIES("ties", "延べ数: 人と市区町村との現在のつながりの数。住民と団体を除く。", "Ties of people to municipalities now, residents excluded."),
    NEW_TIES("newTies", "上記のつながりのうち、初日が期間内のもの。", "Of these ties, those whose first day lies in the period."),
    APPLICATIONS(
            "applications",
            "期間内に提出された応募の数（受入先の市区町村に計上）。",
            "Applications submitted in the period, counted for the host municipality."),
    ACCEPTANCES(
            "acceptances",
            "期間内に初めて受入が決まった応募の数。その後の辞退を含む。",
            "Applications first accepted in the period, also when withdrawn later."),
    PARTICIPATIONS("participations", "期間内の参加（受付）の延べ数。", "Check-ins in the period (延べ)."),
    PARTICIPANTS("participants", "期間内に参加した人の実数。", "Distinct people who checked in in the period (実)."),
    REPEAT_PARTICIPANTS(
            "repeatParticipants",
            "期間内の参加者のうち、期間の終わりまでに（以前の年度を含めて）その地域で2回以上参加した人。",
            "Of the participants, those who by the end of the period had taken part at least twice in the place, earlier"
                    + " years included."),
    DIRECT_CONTRIBUTION("directContribution", "訪問系1 直接寄与型の人数。", Words.BY_CLASS),
    WORK_ON_SITE("workOnSite", "訪問系2 就労型（直接関与）の人数。", Words.BY_CLASS),
    TELEWORK("telework", "訪問系3 就労型（テレワーク等）の人数。", Words.BY_CLASS),
    EXCHANGE("exchange", "訪問系4 参加・交流型の人数。", Words.BY_CLASS),
    HOBBY_CONSUMPTION("hobbyConsumption", "訪問系5 趣味・消費型（他の活動をしていない人）の人数。", Words.BY_CLASS),
    VISITING("visiting", "訪問系の人数（1–5の計）。", "People with a visiting class: the sum of the five."),
    NON_VISITING(
            "nonVisiting",
            "非訪問系の関わりがある人数。訪問系と重複することがある。",
            "People with a non-visiting engagement; one person may be counted here and in a visiting class.");

    /** Version of these definitions; told beside every figure. */
    public static final int DEFINITION_VERSION = 1;

    private final String key;
    private final String ja;
    private final String en;

    Measure(String key, String ja, String en) {
        this.key = key;
        this.ja = ja;
        this.en = en;
    }

    /** Its name in the feed. */
    @JsonValue
    public String key() {
        return key;
    }

    public String ja() {
        return ja;
    }

    public String en() {
        return en;
    }

    private static final class Words {
        static final String BY_CLASS =
                "People among 実人数 whose engagements for the place, self-reported or attested and not"
                        + " rejected, give this class by precedence 1 > 2 > 3 > 4 > 5 within the fiscal year; classesToDate: ever,"
                        + " up to the end of the fiscal year.";
    }
}
