package jp.kakawari.registry.roster;

/** Tells a compressed list from a bomb: text shrinks to a tenth or so, a bomb to a thousandth. */
final class Inflation {

    private static final int MOST_TIMES = 100;
    private static final long ALWAYS_PLAUSIBLE = 1 << 20;

    private Inflation() {}

    static void mustBePlausible(String part, long packed, long inflated) {
        if (inflated > ALWAYS_PLAUSIBLE && inflated / MOST_TIMES > packed) {
            throw new UnreadableRoster(
                    part,
                    "it inflates to more than " + MOST_TIMES + " times its size, which no list does",
                    "展開すると" + MOST_TIMES + "倍を超える大きさになります。名簿ではないため受け付けません");
        }
    }
}
