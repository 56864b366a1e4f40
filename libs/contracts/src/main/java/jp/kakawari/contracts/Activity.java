package jp.kakawari.contracts;

import static jp.kakawari.contracts.RelationClass.DIRECT_CONTRIBUTION;
import static jp.kakawari.contracts.RelationClass.EXCHANGE;
import static jp.kakawari.contracts.RelationClass.HOBBY_CONSUMPTION;
import static jp.kakawari.contracts.RelationClass.NON_VISITING;
import static jp.kakawari.contracts.RelationClass.TELEWORK;
import static jp.kakawari.contracts.RelationClass.WORK_ON_SITE;

import java.util.Optional;

/**
 * The 31 activities (過ごし方) of the ministry's 2020 survey 地域との関わりについてのアンケート, with the relation class that each
 * one belongs to. Two are not counted (kin-only and own business) and four are not settled by the source: these have
 * no class. Meeting friends is 要判断 in the source and counted as 参加・交流型 here.
 */
public enum Activity {
    EXCHANGE_BASE_PROJECT("交流拠点発プロジェクト参加", DIRECT_CONTRIBUTION),
    TOWN_PLANNING("まちおこし企画・運営・支援", DIRECT_CONTRIBUTION),
    NEW_BUSINESS_CREATION("新しい仕事（産業）創出", DIRECT_CONTRIBUTION),
    VOLUNTEERING("ボランティア・共助", DIRECT_CONTRIBUTION),
    COMMONS_CONSERVATION("農地・水路・森林の共同保全", DIRECT_CONTRIBUTION),
    TOWNSCAPE_CONSERVATION("まちなみ保全", DIRECT_CONTRIBUTION),
    VACANT_SHOP_USE("空き店舗活用", DIRECT_CONTRIBUTION),
    MARKET_STALL("朝市・マルシェ出店", DIRECT_CONTRIBUTION),
    LOCAL_SIDE_JOB("地元企業での労働（副業）", WORK_ON_SITE),
    FARM_FOREST_FISHERY_WORK("農林漁業就業", WORK_ON_SITE),
    FARM_SUPPORT("援農等サポート", WORK_ON_SITE),
    MAIN_JOB_TELEWORK("本業（テレワーク）", TELEWORK),
    REMOTE_WORK_FOR_ELSEWHERE("訪問地域外の業務（テレワーク／副業）", TELEWORK),
    NETWORKING("交流・人脈", EXCHANGE),
    FESTIVAL_OR_EXPERIENCE("祭り・体験プログラム", EXCHANGE),
    LEARNING("教養・学習の場", EXCHANGE),
    MEETING_FRIENDS("友人知人との交流", EXCHANGE),
    DINING_AND_SHOPPING("飲食・買い物", HOBBY_CONSUMPTION),
    HOBBY_AND_NATURE("趣味・環境", HOBBY_CONSUMPTION),
    HOMETOWN_TAX_DONATION("ふるさと納税", NON_VISITING),
    CROWDFUNDING("クラウドファンディング", NON_VISITING),
    LOCAL_PRODUCT_PURCHASE("地場産品等購入", NON_VISITING),
    REMOTE_CONTRACT_WORK("遠隔の仕事請負", NON_VISITING),
    SNS_PROMOTION("SNS等の情報発信", NON_VISITING),
    ONLINE_PARTICIPATION("オンライン活用", NON_VISITING),
    OWN_BUSINESS("自己の用務・生活行動", null),
    FAMILY_CARE("墓参・親族の世話", null),
    ALLOTMENT_GARDEN("市民農園・農業体験農園", null),
    SUBSISTENCE_FARMING("自家消費農業", null),
    SUPPORTED_EXCHANGE("地域から支援を受ける交流", null),
    NOTHING_SPECIAL("特に何もしない", null);

    private final String ja;
    private final RelationClass relationClass;

    Activity(String ja, RelationClass relationClass) {
        this.ja = ja;
        this.relationClass = relationClass;
    }

    /** The survey's Japanese wording. */
    public String ja() {
        return ja;
    }

    /** Its class, or empty where the survey does not count or settle it. */
    public Optional<RelationClass> relationClass() {
        return Optional.ofNullable(relationClass);
    }
}
