package jp.kakawari.registry.sync;

import java.util.UUID;
import jp.kakawari.registry.staging.ListKind;
import jp.kakawari.registry.staging.MunicipalityLock;

/** A list that has come in whole and is not yet promised. Closed without {@link #promise}, it was never sent. */
final class Arrival implements AutoCloseable {

    private final ReceiveLists syncs;
    private final ListKind kind;
    private final UUID job;
    private final MunicipalityLock lock;
    private final String municipality;
    private final Sent sent;
    private final ReadAs readAs;
    private boolean promised;

    Arrival(
            ReceiveLists syncs,
            ListKind kind,
            UUID job,
            MunicipalityLock lock,
            String municipality,
            Sent sent,
            ReadAs readAs) {
        this.syncs = syncs;
        this.kind = kind;
        this.job = job;
        this.lock = lock;
        this.municipality = municipality;
        this.sent = sent;
        this.readAs = readAs;
    }

    /** Came while another list of the municipality was running: it can only repeat an answer. */
    static Arrival inVain(ReceiveLists syncs, String municipality, Sent sent) {
        return new Arrival(syncs, null, null, null, municipality, sent, null);
    }

    Sent sent() {
        return sent;
    }

    /** Stores that the list will be merged, in the caller's transaction. */
    SyncJob promise() {
        if (lock == null) {
            throw new SyncRunning(syncs.running(municipality));
        }
        SyncJob staged = syncs.stage(municipality, job, readAs);
        promised = true;
        return staged;
    }

    /** Merges in the background what was promised, or throws away what was not. */
    @Override
    public void close() {
        if (lock != null && promised) {
            syncs.mergeInBackground(lock);
        } else if (lock != null) {
            syncs.discard(lock, kind, job);
        }
    }
}
