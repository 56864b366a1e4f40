package jp.kakawari.matching.application;

/** On whose side a caller stands; an organisation can be both host and channel. */
enum Side {
    /** The supporter, or the organisation through which they applied. */
    APPLICANT,
    /** The organisation that runs the program. */
    HOST
}
