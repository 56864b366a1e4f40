package jp.kakawari.registry.personal;

/** How far the change of a key has come, by the list of keys that this replica was given. */
public enum KeyChange {
    /** One key, which reads and writes. */
    NONE,
    /** A newer key is known and reads; the first one, which is older, still writes. */
    ANNOUNCED,
    /** The newest key writes; older ones read until nothing is left of them. */
    RUNNING
}
