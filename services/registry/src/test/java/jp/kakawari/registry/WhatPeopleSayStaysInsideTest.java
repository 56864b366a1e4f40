package jp.kakawari.registry;

import static jp.kakawari.registry.TestApi.KASHIWAZAKI;
import static jp.kakawari.registry.TestApi.as;
import static jp.kakawari.registry.TestApi.asHanako;
import static jp.kakawari.registry.TestApi.post;
import static jp.kakawari.registry.TestApi.register;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.registry.consent.Hanako;
import jp.kakawari.registry.roster.Format;
import jp.kakawari.registry.roster.Lists;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Canaries that people write themselves, or others of them, and lists of the other formats and kinds. */
@QuarkusTest
@WithTestResource(PartsResource.class)
class WhatPeopleSayStaysInsideTest {

    private static final String TOWN = "/v1/municipalities/" + KASHIWAZAKI;
    private static final String WORDS = "金糸雀 鳴子です。090-4321-8765かcanary@example.jpへ";

    @Inject
    Silence silence;

    @BeforeEach
    void listen() {
        silence.listen();
    }

    @AfterEach
    void nothingIsHeard() throws SQLException {
        silence.mustHaveBeenKept();
    }

    @Test
    void who_keeps_their_own_record_and_whose_guardian_consents() {
        Hanako.leaves();
        String me = """
                {"profile": {"familyName": "金糸雀", "givenName": "鳴子", "nickname": "ぴいちく", "birthDate": "2015-03-03",
                   "postalCode": "9998887", "address": "山形県幻影市籠町1-1", "phone": "090-4321-8765",
                   "email": "canary@example.jp", "snsAccount": "@piichiku_33"},
                 "ties": [{"municipality": "434230"}],
                 "guardian": {"name": "金糸雀 鳴子", "relation": "PARENT", "contact": "090-4321-8765", "consents": %s}}""";
        Response refused = asHanako().body(me.formatted(false)).put("/v1/me");
        refused.then().statusCode(422);
        Silence.isKeptBy(refused.asString());
        asHanako().body(me.formatted(true)).put("/v1/me").then().statusCode(200);
        asHanako().get("/v1/me").then().statusCode(200).body("profile.familyName", equalTo("金糸雀"));
        asHanako().get("/v1/me/export").then().statusCode(200);
        Silence.isKeptBy(asHanako().get("/v1/me/consent-history").asString());
        Hanako.leaves();
    }

    @Test
    void what_comes_by_a_ledger_is_taken_or_rejected() {
        TestLists.sync("kashiwazaki", KASHIWAZAKI, Canary.HEADER + "\r\n" + Canary.row("PC-30"));
        String list = """
                取引番号,会員番号,日付,活動,氏名,メールアドレス
                PC-T1,PC-30,2026-11-03,来店,金糸雀　鳴子,canary@example.jp
                PC-T2,PC-31,2026-11-03,来店,金糸雀　鳴子,canary@example.jp
                PC-T3,PC-30,昭和8年3月3日ごろ,金糸雀 鳴子,金糸雀　鳴子,canary@example.jp
                PC-T1,PC-30,2026-11-04,来店,金糸雀　鳴子,canary@example.jp
                """;
        assertThat(TestLists.syncEngagements("kashiwazaki", KASHIWAZAKI, list))
                .containsEntry("created", 1)
                .containsEntry("rejected", 3);
        Silence.isKeptBy(as("kashiwazaki").get(TOWN + "/engagement-syncs").asString());
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"NDJSON", "XLSX"})
    void what_comes_by_a_list_of_another_format(Format format) {
        List<List<String>> rows = new ArrayList<>();
        Stream.of(
                        Canary.HEADER,
                        Canary.row("PC-40"),
                        Canary.row("PC-41", "昭和8年3月3日ごろ", "090-4321-8765"),
                        Canary.row("PC-42", "昭和8年3月3日", "090-4321-8765-1"))
                .forEach(row -> rows.add(List.of(row.split(","))));
        String job = Canary.SYNCS + "/"
                + as("kashiwazaki")
                        .config(RestAssured.config()
                                .encoderConfig(EncoderConfig.encoderConfig()
                                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                                        .encodeContentTypeAs(format.mediaType(), ContentType.BINARY)))
                        .contentType(format.mediaType())
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .body(Lists.of(format, rows))
                        .post(Canary.SYNCS)
                        .then()
                        .statusCode(202)
                        .extract()
                        .<String>path("id");
        TestApi.await(() -> "DONE".equals(as("kashiwazaki").get(job).path("state")));
        Response report = as("kashiwazaki").get(job);
        report.then().body("progress.rejected", equalTo(2));
        Silence.isKeptBy(report.asString());
        assertThat(as("kashiwazaki").get(job + "/rejections").asByteArray()).isNotEmpty();
    }

    @Test
    void what_members_think() {
        TestSchemes.open("kashiwazaki", "pc-opinions", "声の会", KASHIWAZAKI);
        as("kashiwazaki")
                .header("If-Match", "*")
                .body("{\"title\": \"空き家\", \"opensOn\": \"2026-04-01\"}")
                .put(TOWN + "/opinion-topics/pc-topic");
        UUID member = register("sample-partner", Canary.JSON.replace("434230", KASHIWAZAKI));
        String members = "/v1/schemes/pc-opinions";
        post("sample-partner", members + "/memberships", "{\"supporter\": \"" + member + "\"}")
                .then()
                .statusCode(201);
        String opinion = TOWN + "/opinions/"
                + post("sample-partner", members + "/opinions", """
                        {"supporter": "%s", "topic": "pc-topic", "text": "%s"}""".formatted(member, WORDS))
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        as("kashiwazaki").get(opinion).then().body("text", equalTo(WORDS));
        post("kashiwazaki", opinion + "/answer", "{\"text\": \"" + WORDS + "\"}")
                .then()
                .statusCode(200);
    }

    @Test
    void what_is_written_on_a_board_rewritten_and_withdrawn() {
        String kashiwazaki = TestMembers.government(KASHIWAZAKI);
        TestMembers.group("pc-network", "NETWORK", kashiwazaki);
        as("secretariat")
                .header("If-Match", "*")
                .body("{\"members\": [{\"organization\": \"%s\", \"memberClass\": \"GOVERNMENT\"}]}"
                        .formatted(kashiwazaki))
                .put("/v1/groups/pc-network/members")
                .then()
                .statusCode(204);
        String thread = place(post("kashiwazaki", "/v1/groups/pc-network/threads", """
                {"title": "金糸雀 鳴子さんについて", "text": "%s"}""".formatted(WORDS)));
        String answer = place(post("kashiwazaki", thread + "/posts", "{\"text\": \"" + WORDS + "\"}"));
        as("kashiwazaki")
                .header("If-Match", "\"1\"")
                .body("{\"text\": \"籠の鳥です\"}")
                .put(answer)
                .then()
                .statusCode(200);
        as("kashiwazaki").get(answer + "/edits").then().body("items.text", hasItem(WORDS));
        as("kashiwazaki").header("If-Match", "*").delete(answer).then().statusCode(204);
    }

    private static String place(Response created) {
        return created.then().statusCode(201).extract().header("Location").replaceFirst("^https?://[^/]+", "");
    }
}
