package jp.kakawari.kpi.ledger;

import java.sql.SQLException;

/** The database refused what another service told; the cause tells whether that may pass. */
class NotLearned extends RuntimeException {
    NotLearned(SQLException cause) {
        super(cause);
    }
}
