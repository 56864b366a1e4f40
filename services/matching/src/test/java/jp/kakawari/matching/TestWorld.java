package jp.kakawari.matching;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import jp.kakawari.contracts.Activity;
import jp.kakawari.contracts.Event;
import jp.kakawari.contracts.Mode;
import jp.kakawari.contracts.RelationClass;
import jp.kakawari.contracts.Stage;
import jp.kakawari.contracts.catalog.ProgramChanged;
import jp.kakawari.contracts.catalog.ProgramChanged.Selection;
import jp.kakawari.contracts.registry.SupporterChanged;
import jp.kakawari.embedded.Parts;
import jp.kakawari.outbox.Received;
import jp.kakawari.outbox.Subscription;

/** 南小国町 (host), 飛騨市 (another municipality), two partner apps and 花子: who they are, what they tell and ask. */
@ApplicationScoped
public class TestWorld {
    public static final String MINAMIOGUNI = "minamioguni";
    public static final String HIDA = "hida";
    public static final String GIFU = "gifu";
    public static final String IGA = "iga";
    public static final String KOSUGE = "kosuge";
    public static final String KASHIWAZAKI = "kashiwazaki";
    public static final String INTERMEDIARY = "sample-intermediary";
    public static final String APP = "sample-partner";
    public static final String OTHER_APP = "other-partner";
    public static final String SECRETARIAT = "secretariat";

    public static final UUID MINAMIOGUNI_ID = UUID.fromString("00000000-0000-7000-8000-000000434230");
    public static final UUID GIFU_ID = UUID.fromString("00000000-0000-7000-8000-000000210005");
    public static final UUID APP_ID = UUID.fromString("00000000-0000-7000-8000-00000000b001");
    public static final UUID OTHER_APP_ID = UUID.fromString("00000000-0000-7000-8000-00000000b002");
    public static final UUID HANAKO = UUID.fromString("00000000-0000-7000-8000-0000000c0001");

    @Inject
    @Any
    Instance<Subscription<?>> subscriptions;

    @Inject
    AgroalDataSource database;

    /** Hands events to the service as its consumer would. */
    public void tell(Event... events) {
        subscriptions.forEach(subscription -> handle(subscription, List.of(events)));
    }

    private static <E extends Event> void handle(Subscription<E> subscription, List<Event> events) {
        List<Received<E>> batch = events.stream()
                .filter(event -> event.topic() == subscription.topic())
                .map(event -> new Received<>(
                        UUID.randomUUID(),
                        event.key(),
                        Instant.now(),
                        subscription.type().cast(event)))
                .toList();
        if (!batch.isEmpty()) {
            subscription.handle(batch);
        }
    }

    /** A published program of 南小国町 that 南小国町 has just told. */
    public UUID program(Selection selection, Integer places) {
        ProgramChanged program = townPlanning(UUID.randomUUID(), 1, selection, places);
        tell(program);
        return program.id();
    }

    /** A published program with ten places of a government for its whole area. */
    public UUID programOf(UUID host, String government, Selection selection) {
        UUID id = UUID.randomUUID();
        tell(townPlanning(id, 1, selection, 10, host, government));
        return id;
    }

    /** A supporter of 東京都 whom the app registered. */
    public UUID supporter() {
        return supporter(APP_ID);
    }

    public UUID supporter(UUID registeredBy) {
        SupporterChanged supporter = person(UUID.randomUUID(), 1, registeredBy);
        tell(supporter);
        return supporter.id();
    }

    public static ProgramChanged townPlanning(UUID id, long revision, Selection selection, Integer places) {
        return townPlanning(id, revision, selection, places, MINAMIOGUNI_ID, "434230");
    }

    private static ProgramChanged townPlanning(
            UUID id, long revision, Selection selection, Integer places, UUID host, String government) {
        return new ProgramChanged(
                id,
                revision,
                ProgramChanged.State.PUBLISHED,
                host,
                government,
                "南小国観光まちづくりプロジェクト",
                "選ばれた15人が参加費を払い4回の現地活動で実行案をつくる。",
                "観光・商品開発等の専門人材",
                List.of("434230"),
                List.of("43"),
                List.of("温泉", "滞在型観光", "新事業"),
                List.of("フィールドワーク", "ワークショップ"),
                RelationClass.DIRECT_CONTRIBUTION,
                Activity.TOWN_PLANNING,
                Mode.HYBRID,
                places,
                selection,
                OffsetDateTime.now().minusDays(1),
                OffsetDateTime.now().plusDays(30),
                LocalDate.of(2027, 1, 15),
                LocalDate.of(2027, 3, 15),
                List.of());
    }

    public static ProgramChanged in(ProgramChanged.State state, ProgramChanged program) {
        return next(program, Map.of("state", state));
    }

    /** The same, for the people of these organisations only; of none for everybody. */
    public static ProgramChanged openTo(ProgramChanged program, UUID... organizations) {
        return next(program, Map.of("openTo", organizations));
    }

    /** Its next state, which differs in this. */
    public static ProgramChanged next(ProgramChanged program, Map<String, Object> differences) {
        Map<String, Object> all = new HashMap<>(differences);
        all.put("revision", program.revision() + 1);
        return with(program, ProgramChanged.class, all);
    }

    public static SupporterChanged person(UUID id, long revision, UUID registeredBy) {
        return supporter(id, revision, SupporterChanged.State.ACTIVE, registeredBy);
    }

    /** An event that differs in this. */
    public static <E> E with(E event, Class<E> type, Map<String, Object> differences) {
        ObjectNode body = KnownEvents.read(KnownEvents.write(event), ObjectNode.class);
        differences.forEach(body::putPOJO);
        return KnownEvents.read(KnownEvents.write(body), type);
    }

    public static SupporterChanged removed(UUID id, long revision) {
        return supporter(id, revision, SupporterChanged.State.REMOVED, null);
    }

    private static SupporterChanged supporter(UUID id, long revision, SupporterChanged.State state, UUID registeredBy) {
        return new SupporterChanged(
                id,
                revision,
                state,
                SupporterChanged.Kind.PERSON,
                "key-of-" + id,
                "13",
                "JP",
                "30s",
                List.of("温泉", "観光"),
                List.of("商品開発"),
                Mode.HYBRID,
                registeredBy,
                "app",
                false,
                List.of(new SupporterChanged.Tie(
                        "434230", List.of("VISIT"), Stage.CATCH, LocalDate.of(2025, 5, 3), false, null, true)));
    }

    /** A request with the client's token. */
    public static RequestSpecification as(String client) {
        return given().auth().oauth2(Parts.shared().tokens().of(client)).contentType(ContentType.JSON);
    }

    public static RequestSpecification asHanako() {
        return given().auth().oauth2(Parts.shared().tokens().person("hanako")).contentType(ContentType.JSON);
    }

    /** With a key that was never used before. */
    public static RequestSpecification once(RequestSpecification request) {
        return request.header("Idempotency-Key", UUID.randomUUID().toString());
    }

    public static Response apply(String client, UUID program, UUID supporter) {
        return once(as(client))
                .body(Map.of("program", program, "supporter", supporter))
                .post("/v1/applications");
    }

    public static Response act(String client, String application, String action) {
        return once(as(client)).post("/v1/applications/{id}/{action}", application, action);
    }

    public static String stateOf(String application) {
        return as(MINAMIOGUNI).get("/v1/applications/{id}", application).path("state");
    }

    /** The hold of an offer runs out now: the database's clock is ahead of it. */
    public void letHoldRunOut(String application) {
        change("update application set held_until = now() - interval '1 second' where id = '" + application + "'");
    }

    public void change(String statement) {
        try (var connection = database.getConnection();
                var sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    public long count(String query) {
        try (var connection = database.getConnection();
                var sql = connection.createStatement();
                var rows = sql.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    /** Returns as soon as it is so; fails after 20 s. */
    public static void await(String what, BooleanSupplier condition) {
        Instant end = Instant.now().plusSeconds(20);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("not within 20 s: " + what);
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    public List<UUID> supporters(int count) {
        List<SupporterChanged> people = Stream.generate(() -> person(UUID.randomUUID(), 1, APP_ID))
                .limit(count)
                .toList();
        tell(people.toArray(Event[]::new));
        return people.stream().map(SupporterChanged::id).toList();
    }
}
