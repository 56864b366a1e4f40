package jp.kakawari.registry.ownexport;

import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.asHanako;
import static jp.kakawari.registry.consent.Hanako.ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.registry.TestSchemes;
import jp.kakawari.registry.Traces;
import jp.kakawari.registry.consent.Hanako;
import jp.kakawari.registry.personal.PersonalData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Walks all tables that name a supporter or a membership: of each it is said here what a removal does with it, and why the
 * person does not find it in their own export, where they don't. Who makes a new one says it here.
 */
@QuarkusTest
@WithTestResource(PartsResource.class)
class EverythingHeldTest {

    private static final String OF_HANAKO =
            "(select '%s'::uuid union select id from membership where supporter = '%s')".formatted(ID, ID);

    /** Nothing of them is left. */
    private static final Set<String> FORGOTTEN = Set.of(
            "certificate",
            "email_verification",
            "feed_token",
            "guardian",
            "ladder_move",
            "likeness",
            "likeness_key",
            "membership_attribute",
            "opinion",
            "project_member",
            "share_link",
            "subscription",
            "tie_skill");

    private static final Map<String, String> STAYS = Map.ofEntries(
            Map.entry("benefit", "of a membership that has ended and has no number any more"),
            Map.entry("campaign_delivery", "counted only; its links lead nowhere"),
            Map.entry("consent", "provable: it is withdrawn"),
            Map.entry("consent_history", "provable"),
            Map.entry("consent_standing", "a view of consent"),
            Map.entry("credential", "of a membership that has ended and has no number any more"),
            Map.entry("engagement", "the ledger: an id that leads to nobody"),
            Map.entry("engagement_state", "a view of the ledger"),
            Map.entry("entitlement_use", "of a membership that has ended and has no number any more"),
            Map.entry("membership", "ended, without number or validity"),
            Map.entry("membership_history", "provable: which policy decided"),
            Map.entry("payment", "the sums that accrue; nobody reads a single one"),
            Map.entry("personal_read", "provable"),
            Map.entry("provision", "provable"),
            Map.entry("referral_card", "a card counts once for ever"),
            Map.entry("support", "the sums of projects"),
            Map.entry("sync_engagement_row", "gone with its job"),
            Map.entry("sync_membership_row", "gone with its job"),
            Map.entry("sync_row", "gone with its job"),
            Map.entry("tie", "ended, its details forgotten"));

    private static final Map<String, String> NOT_EXPORTED = Map.of(
            "consent", "as consent_standing",
            "engagement_state", "as engagement",
            "email_verification", "a code that is on its way to them",
            "guardian", "in the part guardian",
            "likeness", "an index of what stands in record",
            "likeness_key", "an index of what stands in record",
            "sync_engagement_row", "gone with its job",
            "sync_membership_row", "gone with its job",
            "sync_row", "gone with its job",
            "tie_skill", "an index of what stands in record");

    @Inject
    Traces database;

    @Inject
    PersonalData seals;

    @BeforeEach
    @AfterEach
    void hanako_leaves() {
        Hanako.leaves();
    }

    @Test
    void of_each_table_it_is_said_what_a_removal_does_and_whether_they_can_take_it_out() throws SQLException {
        assertThat(new TreeSet<>(Stream.concat(FORGOTTEN.stream(), STAYS.keySet().stream())
                        .toList()))
                .as("say for each table with a supporter or membership what a removal does with it")
                .isEqualTo(tables());
        String sections = Stream.of(Section.values()).map(Section::statement).collect(Collectors.joining("\n"));
        assertThat(tables().stream().filter(table -> !sections.matches("(?s).*\\b(from|join) " + table + "\\b.*")))
                .as("export it in a Section, or say why not")
                .containsExactlyInAnyOrderElementsOf(NOT_EXPORTED.keySet());
    }

    @Test
    void who_is_removed_is_forgotten_and_before_that_they_take_all_of_it_out() throws SQLException {
        Hanako.joins(true);
        UUID membership = member();
        everythingIsKeptOf(membership);
        asHanako()
                .get("/v1/me/export")
                .then()
                .statusCode(200)
                .body(
                        "memberships.find { it.id == '%s' }.answers.MIGRATION_INTENT".formatted(membership),
                        equalTo(true))
                .body("memberships.find { it.id == '%s' }.shareLinks".formatted(membership), hasSize(1))
                .body("ladderMoves.to", hasItem("relation"))
                .body("certificates.certification", hasItem("eh-certified"))
                .body("subscriptions.yen", hasItem(1000))
                .body("projects.project", hasItem("eh-project"))
                .body("opinions.text", hasItem("橋が古い"))
                .body("feeds", hasSize(1));
        Hanako.leaves();
        for (String table : FORGOTTEN) {
            assertThat(database.query(
                            "select t::text from %s t where %s in %s".formatted(table, column(table), OF_HANAKO)))
                    .as(table)
                    .isEmpty();
        }
        as("minamioguni")
                .get("/v1/municipalities/434230/ladder/moves?supporter=" + ID)
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    private UUID member() {
        TestSchemes.open("minamioguni", "eh-club", "応援団", "434230");
        return UUID.fromString(asHanako()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{}")
                .post("/v1/schemes/eh-club/memberships")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    private void everythingIsKeptOf(UUID membership) throws SQLException {
        UUID opinion = UUID.randomUUID();
        String words = HexFormat.of().formatHex(seals.sealBytes(opinion, "橋が古い".getBytes(StandardCharsets.UTF_8)));
        database.execute("""
                insert into ladder values ('434230', 1, '{exchange,relation}', '{交流,関係}', now()) on conflict do nothing;
                insert into ladder_move values (uuidv7(), '434230', '%1$s', null, 'relation', current_date, null, now());
                insert into certification values ('434230', 'eh-certified', 1, '見本', uuidv7(), 9, now()) on conflict do nothing;
                insert into certificate (municipality, certification, supporter, issued_on)
                    values ('434230', 'eh-certified', '%1$s', current_date);
                insert into donation_project values ('434230', 'eh-project', 1, '見本', null, null, 'OPEN', now())
                    on conflict do nothing;
                insert into project_member values ('434230', 'eh-project', '%1$s', current_date);
                insert into subscription values (uuidv7(), 1, '434230', '%1$s', 'DONATION', 1000, 'MONTH', 'eh-project',
                    current_date, null, uuidv7()::text, now());
                insert into membership_attribute values ('%2$s', 'MIGRATION_INTENT', true);
                insert into share_link (token, membership, program) values (uuidv7()::text, '%2$s', uuidv7());
                insert into feed_token values (uuidv7(), '%1$s', sha256(uuidv7()::text::bytea), now());
                insert into email_verification values ('%1$s', '\\x00', '\\x00', now(), now()) on conflict do nothing;
                insert into opinion_topic values ('434230', 'eh-topic', 1, '見本', null, current_date, null) on conflict do nothing;
                insert into opinion values ('%3$s', 1, '434230', 'eh-club', 'eh-topic', '%1$s', 'POSTED', '\\x%4$s', null, now(), null)
                """.formatted(ID, membership, opinion, words));
    }

    private Set<String> tables() throws SQLException {
        return new TreeSet<>(database.query("""
                select distinct table_name from information_schema.columns
                where table_schema = 'public' and column_name in ('supporter', 'membership')"""));
    }

    private String column(String table) throws SQLException {
        return database.query("""
                select max(column_name) from information_schema.columns
                where table_name = '%s' and column_name in ('supporter', 'membership')""".formatted(table)).getFirst();
    }
}
