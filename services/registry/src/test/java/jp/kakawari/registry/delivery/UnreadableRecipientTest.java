package jp.kakawari.registry.delivery;

import static jp.kakawari.registry.TestApi.KASHIWAZAKI;
import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.await;
import static jp.kakawari.registry.TestApi.post;
import static jp.kakawari.registry.TestApi.register;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import jp.kakawari.embedded.Mailbox;
import jp.kakawari.embedded.Parts;
import jp.kakawari.embedded.PartsResource;
import org.junit.jupiter.api.Test;

/** Somebody whose data can't be opened keeps nobody else waiting for a campaign. */
@QuarkusTest
@WithTestResource(PartsResource.class)
class UnreadableRecipientTest {

    private static final String CAMPAIGNS = "/v1/municipalities/" + KASHIWAZAKI + "/campaigns";

    @Inject
    DataSource database;

    private final Mailbox mailbox = Parts.shared().mailbox();

    @Test
    void the_others_get_their_letters() throws Exception {
        String skill = "ur" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
        String domain = "@" + UUID.randomUUID() + ".example";
        List<UUID> people = Stream.of("a", "b", "c")
                .map(name -> register("kashiwazaki", """
                        {"profile": {"nickname": "見本", "email": "%s%s", "skills": ["%s"]},
                         "ties": [{"municipality": "152056", "mailConsent": true}]}""".formatted(name, domain, skill)))
                .toList();
        byte[] own = personal(people.get(1));
        write(people.get(1), personal(people.get(0)));
        try {
            String campaign = CAMPAIGNS + "/"
                    + post("kashiwazaki", CAMPAIGNS, """
                            {"subject": "便り", "body": "便りです。", "segment": {"skill": "%s"}}""".formatted(skill)).path("id");
            post("kashiwazaki", campaign + "/schedule", "{}").then().statusCode(200);
            await(() -> "SENT".equals(as("kashiwazaki").get(campaign).path("state")));
            JsonPath read = as("kashiwazaki").get(campaign).jsonPath();
            assertThat(read.getInt("deliveries.sent")).isEqualTo(2);
            assertThat(read.getInt("deliveries.refused")).isEqualTo(1);
            assertThat(mailbox.addressesEnding(domain)).containsExactlyInAnyOrder("a" + domain, "c" + domain);
        } finally {
            write(people.get(1), own);
        }
    }

    private byte[] personal(UUID supporter) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select personal from supporter where id = ?")) {
            query.setObject(1, supporter);
            try (var row = query.executeQuery()) {
                assertThat(row.next()).isTrue();
                return row.getBytes(1);
            }
        }
    }

    private void write(UUID supporter, byte[] personal) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("update supporter set personal = ? where id = ?")) {
            update.setBytes(1, personal);
            update.setObject(2, supporter);
            assertThat(update.executeUpdate()).isOne();
        }
    }
}
