package jp.kakawari.registry.municipality;

/** Sums of so few people are told to nobody who doesn't see each of them (秘匿), as in every published figure. */
public final class Withheld {

    private static final long LEAST_SHOWN = 10;

    private Withheld() {}

    /** Whether a sum is withheld: 1 to 9 are, none is told. */
    public static boolean is(long people) {
        return people > 0 && people < LEAST_SHOWN;
    }
}
