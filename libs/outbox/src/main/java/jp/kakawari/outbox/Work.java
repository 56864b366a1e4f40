package jp.kakawari.outbox;

/** What a thread of its own does until it is told to stop. */
interface Work extends Runnable {

    /** Asks it to end soon; it finishes what it has in hand. */
    void stop();
}
