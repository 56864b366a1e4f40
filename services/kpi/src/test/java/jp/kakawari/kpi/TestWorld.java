package jp.kakawari.kpi;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javax.sql.DataSource;
import jp.kakawari.contracts.Activity;
import jp.kakawari.contracts.Event;
import jp.kakawari.contracts.Stage;
import jp.kakawari.contracts.matching.ApplicationChanged;
import jp.kakawari.contracts.matching.ParticipationRecorded;
import jp.kakawari.contracts.registry.EngagementRecorded;
import jp.kakawari.contracts.registry.SupporterChanged;
import jp.kakawari.embedded.Parts;
import jp.kakawari.outbox.Outbox;
import jp.kakawari.outbox.Received;
import jp.kakawari.outbox.Subscription;
import jp.kakawari.web.JapanTime;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** 飛騨市 and its neighbours: what the other services tell of them, and how they ask. */
@ApplicationScoped
public class TestWorld {
    public static final String HIDA = "212172";
    public static final String TAKAYAMA = "212032";
    public static final String KASHIWAZAKI = "152056";
    public static final String TOKAMACHI = "152102";
    public static final String MINAMIOGUNI = "434230";
    public static final LocalDate TODAY = LocalDate.now(JapanTime.ZONE);
    public static final String THIS_MONTH = YearMonth.from(TODAY).toString();
    public static final String FEED = "/v1/feeds/relations";
    private static final UUID PROGRAM = new UUID(0, 1);

    @Inject
    @Any
    Instance<Subscription<?>> subscriptions;

    @Inject
    Outbox outbox;

    @Inject
    DataSource database;

    /** Forgets everything that was told; the figures' version goes on. */
    public void forget() {
        execute("truncate supporter, tie, engagement, application, participation, program, organization, tier, accrual,"
                + " delivery, ladder");
        execute(
                "insert into heard values ('forgotten', 1, now()) on conflict (topic) do update set changes = heard.changes + 1");
    }

    /** Over Kafka, as the publishing service would; returns before it is heard. */
    @Transactional
    public void publish(List<? extends Event> events) {
        outbox.append(events);
    }

    /** Hands events to the service as its consumer would. */
    public void tell(List<? extends Event> events) {
        subscriptions.forEach(subscription -> handle(subscription, events));
    }

    private static <E extends Event> void handle(Subscription<E> subscription, List<? extends Event> events) {
        List<Received<E>> batch = new ArrayList<>();
        for (Event event : events) {
            if (event.topic() == subscription.topic()) {
                batch.add(new Received<>(
                        UUID.randomUUID(),
                        event.key(),
                        OffsetDateTime.now().toInstant(),
                        subscription.type().cast(event)));
            }
        }
        if (!batch.isEmpty()) {
            subscription.handle(batch);
        }
    }

    public void execute(String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    /** The rows of a query as text. */
    public List<String> rows(String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(row.getString(1));
            }
            return rows;
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    public static RequestSpecification as(String client) {
        return given().auth().oauth2(Parts.shared().tokens().of(client)).accept(ContentType.JSON);
    }

    /** A municipality's row of the feed. */
    public static JsonPath row(String municipality, String period) {
        return as("secretariat")
                .get(FEED + "?municipality={code}&period={period}", municipality, period)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .setRootPath("items[0]");
    }

    public static void await(ThrowingCallable assertion) {
        OffsetDateTime end = OffsetDateTime.now().plusSeconds(30);
        while (true) {
            try {
                assertion.call();
                return;
            } catch (AssertionError notYet) {
                if (OffsetDateTime.now().isAfter(end)) {
                    throw notYet;
                }
                LockSupport.parkNanos(20_000_000);
            } catch (Throwable failure) {
                throw new AssertionError(failure);
            }
        }
    }

    /** That many people, each with these ties. */
    public static List<SupporterChanged> people(int count, SupporterChanged.Tie... ties) {
        return Stream.generate(() -> person(UUID.randomUUID(), 1, ties))
                .limit(count)
                .toList();
    }

    public static SupporterChanged person(UUID id, long revision, SupporterChanged.Tie... ties) {
        return supporter(id, revision, SupporterChanged.State.ACTIVE, SupporterChanged.Kind.PERSON, "key-" + id, ties);
    }

    public static SupporterChanged supporter(
            UUID id,
            long revision,
            SupporterChanged.State state,
            SupporterChanged.Kind kind,
            String subjectKey,
            SupporterChanged.Tie... ties) {
        return new SupporterChanged(
                id,
                revision,
                state,
                kind,
                subjectKey,
                "13",
                "JP",
                "30s",
                List.of(),
                List.of(),
                null,
                null,
                "list",
                false,
                List.of(ties));
    }

    public static SupporterChanged.Tie tie(String municipality) {
        return tie(municipality, LocalDate.of(2021, 9, 24), false);
    }

    public static SupporterChanged.Tie tie(String municipality, LocalDate since, boolean resident) {
        return new SupporterChanged.Tie(municipality, List.of(), Stage.WARM, since, resident, null, true);
    }

    public static EngagementRecorded engagement(SupporterChanged by, String municipality, Activity activity) {
        return engagement(UUID.randomUUID(), 1, by.id(), municipality, activity, EngagementRecorded.Status.ATTESTED);
    }

    public static EngagementRecorded engagement(
            UUID id,
            long revision,
            UUID supporter,
            String municipality,
            Activity activity,
            EngagementRecorded.Status status) {
        return new EngagementRecorded(
                id,
                revision,
                supporter,
                "key-" + supporter,
                municipality,
                activity,
                TODAY,
                status,
                BigDecimal.ONE,
                EngagementRecorded.Unit.TIMES,
                null);
    }

    public static ApplicationChanged application(String municipality, boolean accepted) {
        return application(UUID.randomUUID(), 1, municipality, accepted);
    }

    public static ApplicationChanged application(UUID id, long revision, String municipality, boolean accepted) {
        OffsetDateTime now = TODAY.atTime(LocalTime.NOON).atZone(JapanTime.ZONE).toOffsetDateTime();
        return new ApplicationChanged(
                id,
                revision,
                PROGRAM,
                UUID.randomUUID(),
                municipality,
                null,
                accepted ? ApplicationChanged.State.ACCEPTED : ApplicationChanged.State.WAITING,
                now,
                accepted ? now : null,
                now);
    }

    public static ParticipationRecorded participation(UUID supporter, String municipality, LocalDate on) {
        return participation(UUID.randomUUID(), supporter, municipality, on);
    }

    public static ParticipationRecorded participation(UUID id, UUID supporter, String municipality, LocalDate on) {
        return new ParticipationRecorded(
                id,
                UUID.randomUUID(),
                PROGRAM,
                supporter,
                municipality,
                Activity.VOLUNTEERING,
                on.atTime(10, 5).atZone(JapanTime.ZONE).toOffsetDateTime(),
                null);
    }
}
