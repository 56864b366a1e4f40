package jp.kakawari.registry.supporter;

import java.util.Arrays;
import java.util.Optional;

/** How a tie began (関わりのきっかけ); a tie may have several. */
public enum Origin {
    BIRTHPLACE("出身", "born or raised there"),
    PAST_RESIDENCE("居住・通勤通学歴", "lived, worked or studied there before"),
    FAMILY("親族が居住", "family lives there"),
    FRIEND("友人の紹介", "brought by a friend"),
    FESTIVAL("祭りに参加", "took part in a festival"),
    SIGHTSEEING("観光で訪れた", "came for sightseeing"),
    WORK("仕事で訪れた", "came for work"),
    HOMETOWN_TAX("ふるさと納税", "hometown tax donation"),
    CROWDFUNDING("クラウドファンディング", "crowdfunding"),
    DISASTER_VOLUNTEERING("災害ボランティア", "volunteered after a disaster"),
    VOLUNTEERING("ボランティア", "volunteered"),
    SNS("SNSで知った", "social media"),
    MEDIA("メディアで知った", "press or broadcast"),
    ONLINE("オンライン交流", "met online"),
    DESK("窓口・案内所の紹介", "introduced by a desk"),
    PROGRAM("プログラム参加", "took part in a program"),
    PURCHASE("特産品の購入", "bought local products"),
    OTHER("その他", "other");

    private final String ja;
    private final String en;

    Origin(String ja, String en) {
        this.ja = ja;
        this.en = en;
    }

    /** The Japanese wording. */
    public String ja() {
        return ja;
    }

    /** The English wording. */
    public String en() {
        return en;
    }

    /** The origin of exactly that Japanese wording. */
    public static Optional<Origin> named(String ja) {
        return Arrays.stream(values()).filter(origin -> origin.ja.equals(ja)).findFirst();
    }
}
