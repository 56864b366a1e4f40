package jp.kakawari.registry.membershiplist;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import jp.kakawari.contracts.registry.MembershipChanged.Ending;
import jp.kakawari.contracts.registry.MembershipChanged.State;
import jp.kakawari.registry.roster.Column;

/**
 * A word for the state (状態) of a membership.
 *
 * @param because null for one that holds
 */
record StateWord(Ending because) {

    private static final Map<String, StateWord> BY_KEY = byKey();

    /** Whatever its width, kana and punctuation. */
    static Optional<StateWord> of(String text) {
        return Optional.ofNullable(BY_KEY.get(Column.key(text)));
    }

    State state() {
        return because == null ? State.ACTIVE : State.ENDED;
    }

    private static Map<String, StateWord> byKey() {
        Map<String, StateWord> words = new HashMap<>();
        add(
                words,
                null,
                State.ACTIVE.name(),
                "有効",
                "有効会員",
                "会員",
                "入会",
                "入会中",
                "在籍",
                "在籍中",
                "継続",
                "継続中",
                "更新",
                "更新済",
                "利用中");
        add(words, Ending.WITHDREW, State.ENDED.name(), "退会", "退会済", "退会済み", "脱退", "解約", "終了", "抹消", "除名", "無効");
        add(words, Ending.EXPIRED, Ending.EXPIRED.name(), "期限切れ", "有効期限切れ", "失効", "満了");
        add(words, Ending.PAUSED, Ending.PAUSED.name(), "休止", "休止中", "休会", "休会中", "停止", "停止中", "一時停止", "保留");
        add(words, Ending.WITHDREW, Ending.WITHDREW.name());
        return Map.copyOf(words);
    }

    private static void add(Map<String, StateWord> words, Ending because, String... names) {
        Arrays.stream(names).forEach(name -> words.put(Column.key(name), new StateWord(because)));
    }
}
