package jp.kakawari.syncclient;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** How this program waits. */
interface Pause {

    Pause REAL = length -> LockSupport.parkNanos(length.toNanos());

    void of(Duration length);
}
