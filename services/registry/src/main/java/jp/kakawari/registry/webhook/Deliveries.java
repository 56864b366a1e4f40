package jp.kakawari.registry.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.kakawari.web.Cursor;
import jp.kakawari.web.JapanTime;
import jp.kakawari.web.PageRequest;

/** What is to be told to whom, and what became of it (配信記録). One statement for a whole batch of notices. */
@ApplicationScoped
class Deliveries {

    private static final String ADD = """
            insert into webhook_delivery (webhook, event, event_type, occurred_at, body)
            select w.id, n.event, n.type, n.time, n.body
            from jsonb_to_recordset(cast(:notices as jsonb))
                     as n (event uuid, type text, time timestamptz, "toAll" boolean, organizations uuid[],
                           governments text[], body text)
            join webhook w on w.state = 'ACTIVE' and n.type = any(w.event_types)
            where (n."toAll" or w.organization = any(n.organizations) or w.government = any(n.governments))
              and not exists (select from organization o where o.id = w.organization and o.state <> 'ACTIVE')
            order by n.time, n.event
            on conflict (webhook, event) do nothing
            """;

    private static final String COLUMNS =
            "id, event, event_type, state, attempts, status, failure, occurred_at, attempted_at, due_at";

    private final EntityManager database;
    private final ObjectMapper json;

    Deliveries(EntityManager database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Who may know of a notice, wants its type and is active gets it; heard again it changes nothing. */
    @Transactional
    void add(List<Notice> notices) {
        if (!notices.isEmpty()) {
            database.createNativeQuery(ADD)
                    .setParameter(
                            "notices", text(notices.stream().map(this::row).toList()))
                    .executeUpdate();
        }
    }

    /** For that one receiver alone, whatever it asked for. */
    @Transactional
    UUID addTest(UUID webhook, Notice notice) {
        return (UUID) database.createNativeQuery("""
                        insert into webhook_delivery (webhook, event, event_type, occurred_at, body)
                        values (:webhook, :event, :type, :time, :body) returning id
                        """, UUID.class)
                .setParameter("webhook", webhook)
                .setParameter("event", notice.event())
                .setParameter("type", notice.type().type())
                .setParameter("time", notice.occurredAt().atOffset(ZoneOffset.UTC))
                .setParameter("body", body(notice))
                .getSingleResult();
    }

    /** Newest first, one row more than the page shows. */
    @Transactional
    @SuppressWarnings("unchecked")
    List<DeliveryView> page(UUID webhook, Optional<DeliveryState> state, PageRequest page) {
        var query = database.createNativeQuery(
                        "select " + COLUMNS + " from webhook_delivery where webhook = :webhook"
                                + (state.isPresent() ? " and state = :state" : "")
                                + (page.after().isPresent() ? " and id < :after" : "")
                                + " order by id desc limit :fetch",
                        Object[].class)
                .setParameter("webhook", webhook)
                .setParameter("fetch", page.fetch());
        state.ifPresent(only -> query.setParameter("state", only.name()));
        page.after().ifPresent(cursor -> query.setParameter("after", cursor.uuid(0)));
        List<Object[]> rows = query.getResultList();
        return rows.stream().map(DeliveryView::of).toList();
    }

    @Transactional
    long count(UUID webhook, Optional<DeliveryState> state) {
        var query = database.createNativeQuery(
                        "select count(*) from webhook_delivery where webhook = :webhook"
                                + (state.isPresent() ? " and state = :state" : ""),
                        Long.class)
                .setParameter("webhook", webhook);
        state.ifPresent(only -> query.setParameter("state", only.name()));
        return (Long) query.getSingleResult();
    }

    @Transactional
    @SuppressWarnings("unchecked")
    Optional<DeliveryView> find(UUID webhook, UUID id) {
        List<Object[]> rows = database.createNativeQuery(
                        "select " + COLUMNS + " from webhook_delivery where webhook = :webhook and id = :id",
                        Object[].class)
                .setParameter("webhook", webhook)
                .setParameter("id", id)
                .getResultList();
        return rows.stream().map(DeliveryView::of).findFirst();
    }

    /** Sends it once more from the first attempt on. Answers whether there is such a one. */
    @Transactional
    boolean replay(UUID webhook, UUID id) {
        return database.createNativeQuery("""
                        update webhook_delivery set state = 'PENDING', attempts = 0, due_at = now()
                        where webhook = :webhook and id = :id
                        """)
                        .setParameter("webhook", webhook)
                        .setParameter("id", id)
                        .executeUpdate()
                == 1;
    }

    /** Sends all that failed once more. */
    @Transactional
    int replayFailed(UUID webhook) {
        return database.createNativeQuery("""
                        update webhook_delivery set state = 'PENDING', attempts = 0, due_at = now()
                        where webhook = :webhook and state = 'FAILED'
                        """).setParameter("webhook", webhook).executeUpdate();
    }

    private Map<String, Object> row(Notice notice) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("event", notice.event());
        row.put("type", notice.type().type());
        row.put("time", notice.occurredAt().toString());
        row.put("toAll", notice.toAll());
        row.put("organizations", notice.organizations());
        row.put("governments", notice.governments());
        row.put("body", body(notice));
        return row;
    }

    /** The payload as Standard Webhooks has it. */
    private String body(Notice notice) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", notice.type().type());
        body.put("timestamp", JapanTime.of(notice.occurredAt()));
        body.put("data", notice.data());
        return text(body);
    }

    private String text(Object content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Cursor position(DeliveryView delivery) {
        return Cursor.of(delivery.id());
    }
}
