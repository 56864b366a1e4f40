package jp.kakawari.registry.webhook;

import java.util.List;
import java.util.UUID;

/** A notice that is to be sent now, leased to this process. */
record Due(UUID id, UUID webhook, UUID event, String url, List<byte[]> secrets, String body, int attempts) {

    /**
     * What came of it.
     *
     * @param status of the answer, null without one
     * @param failure why there is none
     */
    record Outcome(Due due, Integer status, String failure) {

        boolean taken() {
            return status != null && status / 100 == 2;
        }

        /** The receiver wants nothing any more. */
        boolean gone() {
            return status != null && status == 410;
        }
    }

    Outcome answered(int status) {
        return new Outcome(this, status, null);
    }

    Outcome unanswered(String failure) {
        return new Outcome(this, null, failure);
    }

    @Override
    public String toString() {
        return "Due[" + id + "]";
    }
}
