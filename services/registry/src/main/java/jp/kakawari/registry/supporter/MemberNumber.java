package jp.kakawari.registry.supporter;

import jp.kakawari.japan.Width;

/** A member number (会員番号) of a municipality's list, which is the source id of the tie. */
public final class MemberNumber {

    /** {@code tie.source_system} of a synced list. */
    public static final String SOURCE = "list";

    private MemberNumber() {}

    /** One form for one number: ASCII, no blanks; letters keep their case. */
    public static String fold(String text) {
        return Width.toAsciiWithoutSpaces(text);
    }
}
