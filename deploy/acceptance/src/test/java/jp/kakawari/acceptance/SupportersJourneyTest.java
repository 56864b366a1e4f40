package jp.kakawari.acceptance;

import static jp.kakawari.acceptance.RunningPlatform.actors;
import static jp.kakawari.acceptance.RunningPlatform.at;
import static jp.kakawari.acceptance.RunningPlatform.platform;
import static jp.kakawari.acceptance.SupporterCalls.NANTO;
import static jp.kakawari.acceptance.SupporterCalls.countOf;
import static jp.kakawari.acceptance.SupporterCalls.hanako;
import static jp.kakawari.acceptance.SupporterCalls.join;
import static jp.kakawari.acceptance.SupporterCalls.leave;
import static jp.kakawari.acceptance.SupporterCalls.me;
import static jp.kakawari.acceptance.SupporterCalls.member;
import static jp.kakawari.acceptance.SupporterCalls.record;
import static jp.kakawari.acceptance.SupporterCalls.register;
import static jp.kakawari.acceptance.SupporterCalls.run;
import static jp.kakawari.acceptance.SupporterCalls.search;
import static jp.kakawari.acceptance.SupporterCalls.signUp;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kakawari.embedded.Mailbox;
import jp.kakawari.local.Addresses;
import jp.kakawari.local.Patience;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What supporters do for themselves, and what others may do with their data. */
@ExtendWith(RunningPlatform.class)
class SupportersJourneyTest {

    private static final String YUBARI = "012092";
    private static final String NAGAOKA = "152021";
    private static final String YOKOTE = "052035";
    private static final String RIKUZENTAKATA = "032107";
    private static final String PARTNER = "00000000-0000-7000-8000-00000000b001";

    @BeforeAll
    static void nobodyIsAlone() {
        Crowd.in(YUBARI, NANTO, NAGAOKA, YOKOTE, RIKUZENTAKATA);
    }

    @BeforeEach
    @AfterEach
    void hanakoLeaves() {
        leave();
    }

    @Test
    void row006_a_sns_handle_is_enough_for_a_certificate_and_a_code_by_mail_is_asked_for_later() {
        signUp(Map.of("snsAccount", "@yubari_likes"), Map.of("ties", List.of(Map.of("municipality", YUBARI))));
        assertThat(hanako().get(me("")).expect(200).json().path("assurance").asText())
                .isEqualTo("LOW");
        run(YUBARI, "yubari-likers");
        String membership = join("yubari-likers").expect(201).json().path("id").asText();
        JsonNode card = hanako().post(
                        Addresses.of(
                                at().registry(), "/v1/schemes/yubari-likers/memberships/%s/credentials", membership),
                        Map.of())
                .expect(201)
                .json();
        assertThat(card.path("id").asText()).isNotEmpty();
        hanako().post(me("/email-verification"), Map.of()).expect(422);
        String address = "likes-" + UUID.randomUUID() + "@example.jp";
        signUp(Map.of("snsAccount", "@yubari_likes", "email", address), Map.of());
        hanako().post(me("/email-verification"), Map.of()).expect(202);
        String code = codeTo(address);
        String wrong = code.equals("00000000") ? "00000001" : "00000000";
        hanako().post(me("/email-verification/confirmation"), Map.of("code", wrong))
                .expect(422);
        hanako().post(me("/email-verification/confirmation"), Map.of("code", code))
                .expect(204);
        assertThat(hanako().get(me("")).expect(200).json().path("assurance").asText())
                .isEqualTo("VERIFIED");
    }

    /** The code of the letter that came over SMTP. */
    private static String codeTo(String address) {
        List<Mailbox.Mail> letters = Patience.until(
                came -> !came.isEmpty(), () -> platform().parts().mailbox().to(address));
        Matcher code =
                Pattern.compile("\\b[0-9]{8}\\b").matcher(letters.getFirst().text());
        assertThat(code.find()).isTrue();
        return code.group();
    }

    @Test
    void row014_members_with_a_skill_are_found_as_far_as_they_consented() {
        run(NANTO, "nanto-citizens");
        int terms = actors().government(NANTO)
                .put(
                        Addresses.of(at().registry(), "/v1/recipients/%s/terms/MATCHING", NANTO),
                        Map.of("fields", List.of("NAME", "PROFILE"), "text", "応援市民の技能を地域の困りごとに活かすために利用します。"))
                .expect(200)
                .json()
                .path("version")
                .asInt();
        String willing = member("nanto-citizens", "木彫り");
        member("nanto-citizens", "木彫り");
        String other = member("nanto-citizens", "料理");
        for (String person : List.of(willing, other)) {
            record(person, NANTO, Map.of("state", "GIVEN", "terms", terms, "through", "PAPER"))
                    .expect(200);
        }
        JsonNode found = search("nanto-citizens", "木彫り");
        assertThat(found.path("count").asInt()).isEqualTo(1);
        assertThat(found.path("items").findValuesAsText("id")).containsExactly(willing);
        assertThat(found.at("/items/0/profile/skills/0").asText()).isEqualTo("木彫り");
        assertThat(found.at("/items/0").has("contact")).isFalse();
        JsonNode given = actors().government(NANTO)
                .get(Addresses.of(at().registry(), "/v1/recipients/%s/provisions", NANTO))
                .expect(200)
                .json();
        assertThat(given.at("/items/0/supporter").asText()).isEqualTo(willing);
        assertThat(given.at("/items/0/terms").asInt()).isEqualTo(terms);
        record(willing, NANTO, Map.of("state", "WITHDRAWN", "through", "PHONE")).expect(200);
        assertThat(search("nanto-citizens", "木彫り").path("items")).isEmpty();
    }

    @Test
    void row014_a_withdrawal_holds_from_the_next_read_on_and_nobody_undoes_it() {
        signUp(Map.of("nickname", "はな", "email", "hana@example.jp"), Map.of());
        String id = hanako().get(me("")).expect(200).json().path("id").asText();
        int terms = actors().partner()
                .put(
                        Addresses.of(at().registry(), "/v1/recipients/%s/terms/PROVISION", PARTNER),
                        Map.of("fields", List.of("NAME", "CONTACT"), "text", "共同企画のために提供を受けます。"))
                .expect(200)
                .json()
                .path("version")
                .asInt();
        URI read = Addresses.of(at().registry(), "/v1/recipients/%s/supporters/%s", PARTNER, id);
        actors().partner().get(read).expect(404);
        hanako().put(
                        me("/consents/" + PARTNER + "/PROVISION"),
                        Map.of("state", "GIVEN", "terms", terms, "fields", List.of("NAME")),
                        "*")
                .expect(200);
        JsonNode given = actors().partner().get(read).expect(200).json();
        assertThat(given.at("/name/nickname").asText()).isEqualTo("はな");
        assertThat(given.has("contact")).isFalse();
        hanako().post(me("/consents/" + PARTNER + "/PROVISION/withdrawal"), Map.of())
                .expect(200);
        actors().partner().get(read).expect(404);
        JsonNode all = hanako().get(me("/export")).expect(200).json();
        assertThat(all.path("provisions").findValuesAsText("recipient")).contains(PARTNER);
        assertThat(all.path("reads").findValuesAsText("purpose")).contains("CONSENTED");
        assertThat(all.path("consentHistory").findValuesAsText("state")).endsWith("GIVEN", "WITHDRAWN");
    }

    @Test
    void row023_a_minimal_sign_up_is_completed_later() {
        signUp(Map.of("nickname", "長岡のはな", "email", "hana@example.jp"), Map.of());
        JsonNode begun = hanako().get(me("")).expect(200).json();
        signUp(
                Map.of(
                        "nickname", "長岡のはな",
                        "email", "hana@example.jp",
                        "familyName", "山田",
                        "givenName", "花子",
                        "prefecture", "15",
                        "skills", List.of("写真")),
                Map.of("ties", List.of(Map.of("municipality", NAGAOKA))));
        JsonNode later = hanako().get(me("")).expect(200).json();
        assertThat(later.path("profileCompleteness").asDouble())
                .isGreaterThan(begun.path("profileCompleteness").asDouble());
        assertThat(begun.path("missing").toString()).contains("familyName", "skills");
        assertThat(later.path("missing").toString()).contains("birthDate").doesNotContain("\"familyName\"", "skills");
    }

    @Test
    void row031_a_supporter_in_taiwan_needs_no_prefecture() {
        signUp(
                Map.of(
                        "nickname", "美玲",
                        "email", "mei@example.tw",
                        "country", "TW",
                        "languages", List.of("zh-TW", "ja")),
                Map.of("ties", List.of(Map.of("municipality", YOKOTE))));
        JsonNode profile = hanako().get(me("")).expect(200).json().path("profile");
        assertThat(profile.path("country").asText()).isEqualTo("TW");
        assertThat(profile.has("prefecture")).isFalse();
        assertThat(profile.path("languages").path(0).asText()).isEqualTo("zh-TW");
    }

    @Test
    void row066_organisations_are_counted_apart_from_persons() {
        long persons = countOf(NAGAOKA, "PERSON");
        long organizations = countOf(NAGAOKA, "ORGANIZATION");
        register(
                Map.of("kind", "ORGANIZATION", "nickname", "見本大学", "phone", "0258-11-2222"),
                Map.of("municipality", NAGAOKA));
        assertThat(countOf(NAGAOKA, "ORGANIZATION")).isEqualTo(organizations + 1);
        assertThat(countOf(NAGAOKA, "PERSON")).isEqualTo(persons);
    }

    @Test
    void row130_who_came_as_a_disaster_volunteer_is_found() {
        String volunteer = register(
                Map.of("nickname", "ボランティア", "phone", "0192-11-2222"),
                Map.of("municipality", RIKUZENTAKATA, "origins", List.of("DISASTER_VOLUNTEERING", "WORK")));
        JsonNode found = actors().government(RIKUZENTAKATA)
                .get(Addresses.of(
                        at().registry(),
                        "/v1/municipalities/%s/supporters?origin=DISASTER_VOLUNTEERING&count=true",
                        RIKUZENTAKATA))
                .expect(200)
                .json();
        assertThat(found.path("items").findValuesAsText("id")).contains(volunteer);
        assertThat(found.path("items"))
                .allSatisfy(one -> assertThat(one.at("/tie/origins").toString()).contains("DISASTER_VOLUNTEERING"));
    }
}
