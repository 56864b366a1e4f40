package jp.kakawari.registry.likeness;

import jp.kakawari.registry.likeness.Features.Name;

/**
 * How far two names agree, part by part and script by script. A name that stands whole in one record and split in the
 * other is compared whole: where to cut it is not ours to guess.
 */
record NameAgreement(Part family, Part given) {

    /** How far a part of a name agrees. */
    enum Part {
        UNKNOWN,
        SAME,
        /** The same in kana, in other kanji. */
        SOUNDS_SAME,
        /** The same in kanji, in other kana. */
        READ_DIFFERENTLY,
        DIFFERENT
    }

    /** In one script; null where it can't be said. */
    private record InScript(Boolean family, Boolean given) {}

    private static final InScript UNKNOWN = new InScript(null, null);

    static NameAgreement of(Features one, Features other) {
        InScript kana = inScript(one.kana(), other.kana(), 3);
        InScript kanji = inScript(one.kanji(), other.kanji(), 2);
        return new NameAgreement(part(kana.family(), kanji.family()), part(kana.given(), kanji.given()));
    }

    boolean whole() {
        return family == Part.SAME && given == Part.SAME;
    }

    /** What is written in one part and no longer than a family name may be nothing else. */
    private static InScript inScript(Name one, Name other, int familyAlone) {
        if (one.whole() == null || other.whole() == null) {
            return UNKNOWN;
        }
        if (split(one) && split(other)) {
            return new InScript(one.family().equals(other.family()), one.given().equals(other.given()));
        }
        if (one.given() == null && other.given() == null && !one.family().equals(other.family())) {
            return begins(one.family(), other.family()) ? UNKNOWN : new InScript(false, false);
        }
        if (one.whole().equals(other.whole())) {
            boolean familiesAlone = one.whole().length() <= familyAlone && !split(one) && !split(other);
            return new InScript(true, familiesAlone ? null : Boolean.TRUE);
        }
        return ofWhole(one, other);
    }

    private static InScript ofWhole(Name one, Name other) {
        String known = split(one) ? one.family() : split(other) ? other.family() : null;
        if (known == null) {
            return new InScript(false, false);
        }
        String whole = split(one) ? other.whole() : one.whole();
        return new InScript(whole.startsWith(known), whole.equals(known) ? null : Boolean.FALSE);
    }

    private static boolean split(Name name) {
        return name.family() != null && name.given() != null;
    }

    private static boolean begins(String one, String other) {
        return one.startsWith(other) || other.startsWith(one);
    }

    private static Part part(Boolean kana, Boolean kanji) {
        if (kana == null) {
            return kanji == null ? Part.UNKNOWN : kanji ? Part.SAME : Part.DIFFERENT;
        }
        if (kana) {
            return Boolean.FALSE.equals(kanji) ? Part.SOUNDS_SAME : Part.SAME;
        }
        return Boolean.TRUE.equals(kanji) ? Part.READ_DIFFERENTLY : Part.DIFFERENT;
    }
}
