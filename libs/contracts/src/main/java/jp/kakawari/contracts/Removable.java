package jp.kakawari.contracts;

/**
 * The state of an aggregate that can be removed for good: its last state says so, and a tombstone with the same revision
 * lets the topic forget the key.
 */
public interface Removable extends Event {

    /** Counts the states of the aggregate. */
    long revision();
}
