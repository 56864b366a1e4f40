package jp.kakawari.registry.oauthclient;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.kakawari.web.Caller;
import jp.kakawari.web.JapanTime;

/** Who gave out codes for a client and who took its secrets (クライアントの履歴), which its organisation reads. */
@ApplicationScoped
class ClientHistory {

    private static final int SHOWN = 50;

    private final EntityManager database;
    private final Caller caller;
    private final Clock clock;

    ClientHistory(EntityManager database, Caller caller, Clock clock) {
        this.database = database;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional(MANDATORY)
    void add(UUID client, ClientEvent.Action action, ClientEvent.Through through) {
        add(client, action, through, null);
    }

    /** The secretariat gave a code to a member that had a secret or keys. */
    @Transactional(MANDATORY)
    void add(UUID client, String reason) {
        add(client, ClientEvent.Action.RECOVERY_CODE_GIVEN, ClientEvent.Through.SECRETARIAT, reason);
    }

    private void add(UUID client, ClientEvent.Action action, ClientEvent.Through through, String reason) {
        database.createNativeQuery("""
                        insert into oauth_client_event (client, at, action, through, organization, subject, reason)
                        values (:client, :at, :action, :through, cast(:organization as uuid), :subject, :reason)
                        """)
                .setParameter("client", client)
                .setParameter("at", clock.instant())
                .setParameter("action", action.name())
                .setParameter("through", through.name())
                .setParameter(
                        "organization",
                        caller.organization().map(UUID::toString).orElse(null))
                .setParameter("subject", caller.subject())
                .setParameter("reason", reason)
                .executeUpdate();
    }

    /** The latest first. */
    List<ClientEvent> of(UUID client) {
        List<?> rows = database.createNativeQuery("""
                        select at, action, through, organization, reason from oauth_client_event
                        where client = :client order by id desc limit :shown
                        """)
                .setParameter("client", client)
                .setParameter("shown", SHOWN)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new ClientEvent(
                        JapanTime.of((Instant) row[0]),
                        ClientEvent.Action.valueOf((String) row[1]),
                        ClientEvent.Through.valueOf((String) row[2]),
                        (UUID) row[3],
                        (String) row[4]))
                .toList();
    }
}
