package jp.kakawari.registry.agreement;

/** What the parties let each other read (共有する情報): sums, never a person. */
enum SharedData {
    /** 関係人口数 of each municipality that is a party */
    SUPPORTER_COUNTS
}
