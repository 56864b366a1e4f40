package jp.kakawari.registry.engagementlist;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import jp.kakawari.contracts.Activity;
import jp.kakawari.registry.roster.Column;

/**
 * A word for an activity (過ごし方): its code, its name or one that offices and shops use for it.
 *
 * @param redeems whether what it counts is taken from the member: points that are used
 */
record ActivityWord(Activity activity, boolean redeems) {

    private static final Map<String, ActivityWord> BY_KEY = byKey();

    /** Whatever its width, kana and punctuation. */
    static Optional<ActivityWord> of(String text) {
        return Optional.ofNullable(BY_KEY.get(Column.key(text)));
    }

    private static Map<String, ActivityWord> byKey() {
        Map<String, ActivityWord> words = new HashMap<>();
        for (Activity activity : Activity.values()) {
            add(words, activity, false, activity.name(), activity.ja());
            add(words, activity, false, usual(activity));
        }
        add(words, Activity.DINING_AND_SHOPPING, true, "ポイント利用", "ポイント使用", "ポイント交換", "ポイント減算", "利用ポイント");
        return Map.copyOf(words);
    }

    private static void add(Map<String, ActivityWord> words, Activity activity, boolean redeems, String... names) {
        Arrays.stream(names).forEach(name -> words.put(Column.key(name), new ActivityWord(activity, redeems)));
    }

    private static String[] usual(Activity activity) {
        return switch (activity) {
            case HOMETOWN_TAX_DONATION ->
                new String[] {"寄附", "寄付", "寄附金", "寄付金", "ふるさと納税寄附", "ふるさと納税寄付", "ふるさと寄附", "ふるさと寄付"};
            case CROWDFUNDING -> new String[] {"クラファン", "ガバメントクラウドファンディング", "GCF"};
            case LOCAL_PRODUCT_PURCHASE -> new String[] {"特産品購入", "地場産品購入", "産品購入", "通販", "通信販売", "お取り寄せ"};
            case DINING_AND_SHOPPING ->
                new String[] {"ポイント付与", "ポイント加算", "ポイント獲得", "付与ポイント", "来店", "買い物", "飲食", "購入", "スタンプ", "来店スタンプ"};
            case FESTIVAL_OR_EXPERIENCE ->
                new String[] {"イベント", "イベント参加", "祭り", "お祭り", "祭り参加", "体験", "体験プログラム", "スタンプラリー"};
            case HOBBY_AND_NATURE -> new String[] {"観光", "登山", "散策", "キャンプ"};
            case NETWORKING -> new String[] {"交流会", "交流会参加", "交流"};
            case LEARNING -> new String[] {"講座", "講座参加", "セミナー", "勉強会", "研修"};
            case ONLINE_PARTICIPATION -> new String[] {"オンライン", "オンライン参加", "オンラインイベント", "オンライン交流", "オンライン講座"};
            case SNS_PROMOTION -> new String[] {"SNS", "SNS発信", "情報発信"};
            case VOLUNTEERING -> new String[] {"ボランティア", "ボランティア参加", "災害ボランティア"};
            case COMMONS_CONSERVATION -> new String[] {"草刈り", "里山保全", "森づくり"};
            case FARM_SUPPORT -> new String[] {"援農", "農作業", "農作業の手伝い"};
            case LOCAL_SIDE_JOB -> new String[] {"副業", "兼業"};
            case MAIN_JOB_TELEWORK -> new String[] {"テレワーク", "ワーケーション"};
            case MARKET_STALL -> new String[] {"マルシェ出店", "出店"};
            default -> new String[0];
        };
    }
}
