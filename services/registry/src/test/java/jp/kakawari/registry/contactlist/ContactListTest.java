package jp.kakawari.registry.contactlist;

import static jp.kakawari.registry.TestApi.KASHIWAZAKI;
import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.post;
import static jp.kakawari.registry.TestApi.register;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.registry.TestApi;
import jp.kakawari.registry.TestCampaigns;
import jp.kakawari.registry.Traces;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PartsResource.class)
class ContactListTest {

    private static final String LISTS = "/v1/municipalities/" + KASHIWAZAKI + "/contact-lists";

    @Inject
    Traces traces;

    @Test
    void a_list_has_names_and_addresses_of_those_who_agreed_and_each_of_them_sees_it() throws Exception {
        String skill = "cl" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
        UUID agreed = person("=清水", "東京都千代田区見本町7-4", true, skill);
        UUID refused = person("拒否", "東京都千代田区見本町7-5", false, skill);
        person("不明", null, true, skill);
        person("未定", "東京都千代田区見本町7-6", false, skill);
        TestCampaigns.agrees("kashiwazaki", KASHIWAZAKI, agreed, "POSTAL");
        String list = list("POSTAL", skill, OffsetDateTime.now().plusDays(1));
        String sheet = as("kashiwazaki")
                .accept("text/csv")
                .get(list + "/file")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(sheet.lines()).containsExactly("\uFEFF氏名,郵便番号,住所", "'=清水 翔,1000001,東京都千代田区見本町7-4");
        assertThat(reads(agreed)).isEqualTo("1");
        assertThat(reads(refused)).isEqualTo("0");
        String mails = list("EMAIL", skill, OffsetDateTime.now().plusDays(1));
        assertThat(as("kashiwazaki")
                        .accept("text/csv")
                        .get(mails + "/file")
                        .asString()
                        .lines())
                .hasSize(3)
                .first()
                .isEqualTo("\uFEFF氏名,メールアドレス");
        assertThat(reads(agreed)).isEqualTo("2");
    }

    @Test
    void a_minor_is_on_no_list_before_a_guardian_consents() throws Exception {
        String skill = "cl" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
        UUID minor = person("清水", "東京都千代田区見本町7-4", true, skill);
        TestCampaigns.agrees("kashiwazaki", KASHIWAZAKI, minor, "POSTAL");
        String parcels = list("POSTAL", skill, OffsetDateTime.now().plusDays(1));
        String mails = list("EMAIL", skill, OffsetDateTime.now().plusDays(1));
        for (String list : List.of(parcels, mails)) {
            assertThat(lines(list)).hasSize(2);
        }
        traces.execute("update supporter set guardian_missing = true where id = '%s'".formatted(minor));
        for (String list : List.of(parcels, mails)) {
            assertThat(lines(list)).hasSize(1);
        }
    }

    private static List<String> lines(String list) {
        return as("kashiwazaki")
                .accept("text/csv")
                .get(list + "/file")
                .asString()
                .lines()
                .toList();
    }

    @Test
    void it_needs_a_purpose_and_an_end_and_is_gone_then() {
        make("POSTAL", "\"purpose\": \" \", ", OffsetDateTime.now().plusDays(1), "x")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/purpose"));
        make("POSTAL", "\"purpose\": \"発送\", ", OffsetDateTime.now().plusDays(91), "x")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/expiresAt"));
        String brief = list("POSTAL", "x", OffsetDateTime.now().plusSeconds(2));
        TestApi.await(
                () -> as("kashiwazaki").accept("text/csv").get(brief + "/file").statusCode() == 410);
        as("kashiwazaki").get(brief).then().statusCode(200).body("expired", equalTo(true));
        as("hida").accept("text/csv").get(brief + "/file").then().statusCode(403);
    }

    private String reads(UUID person) throws Exception {
        return traces.query("select count(*)::text from personal_read where purpose = 'CONTACT_LIST' and supporter = '"
                        + person + "'")
                .getFirst();
    }

    private static UUID person(String name, String address, boolean consent, String skill) {
        return register("kashiwazaki", """
                {"profile": {"familyName": "%s", "givenName": "翔", "email": "%s@example.jp", "skills": ["%s"]%s},
                 "ties": [{"municipality": "152056", "mailConsent": %s}]}""".formatted(
                        name,
                        UUID.randomUUID(),
                        skill,
                        address == null ? "" : ", \"postalCode\": \"1000001\", \"address\": \"" + address + "\"",
                        consent));
    }

    private static String list(String channel, String skill, OffsetDateTime end) {
        return LISTS + "/"
                + make(channel, "\"purpose\": \"お便りの発送\", ", end, skill)
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
    }

    private static Response make(String channel, String purpose, OffsetDateTime end, String skill) {
        return post("kashiwazaki", LISTS, """
                {"channel": "%s", %s"expiresAt": "%s", "segment": {"skill": "%s"}}""".formatted(channel, purpose, end, skill));
    }
}
