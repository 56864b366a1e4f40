package jp.kakawari.acceptance;

import static jp.kakawari.acceptance.MembersJourneyTest.list;
import static jp.kakawari.acceptance.MembersJourneyTest.member;
import static jp.kakawari.acceptance.RunningPlatform.actors;
import static jp.kakawari.acceptance.RunningPlatform.at;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.kakawari.local.Addresses;
import jp.kakawari.local.Patience;
import jp.kakawari.local.SupporterLists;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A municipality's ledger, as its point system and its donation desk export it. */
@ExtendWith(RunningPlatform.class)
class LedgerJourneyTest {

    /** 下北山村: 小菅村 has its members in the story that is told of the platform. */
    private static final String SHIMOKITAYAMA = "294501";

    private static final String KAMISHIHORO = "016331";
    private static final String TODAY = LocalDate.now(ZoneId.of("Asia/Tokyo")).toString();

    private final SupporterLists lists = new SupporterLists(at(), actors());

    @Test
    void row011_the_same_transaction_twice_is_one_entry() {
        lists.send(SHIMOKITAYAMA, Lists.of("PT", 2_000, "東京都", number -> "東京都架空市見本町" + number));
        byte[] points = IntStream.rangeClosed(1, 20_000)
                .mapToObj(number -> "POS-%d,PT-%04d,%s,%s,%dpt"
                        .formatted(
                                number % 19_000,
                                number % 19_000 % 2_000 + 1,
                                TODAY,
                                number % 19_000 % 10 == 0 ? "ポイント利用" : "ポイント付与",
                                10))
                .collect(Collectors.joining("\r\n", "取引番号,会員番号,日付,活動,ポイント\r\n", "\r\n"))
                .getBytes(Charset.forName("windows-31j"));
        JsonNode first = lists.sendLedger(SHIMOKITAYAMA, points).path("progress");
        assertThat(first.path("created").asInt()).isEqualTo(19_000);
        assertThat(first.path("unchanged").asInt()).isEqualTo(1_000);
        JsonNode again = lists.sendLedger(SHIMOKITAYAMA, points).path("progress");
        assertThat(again.path("created").asInt()).isZero();
        assertThat(again.path("unchanged").asInt()).isEqualTo(20_000);
        assertThat(actors().government(SHIMOKITAYAMA)
                        .get(Addresses.of(
                                at().registry(), "/v1/municipalities/%s/engagements?count=true&limit=1", SHIMOKITAYAMA))
                        .expect(200)
                        .json()
                        .path("count")
                        .asInt())
                .isEqualTo(19_000);
        assertThat(member(SHIMOKITAYAMA, "PT-0001").path("tie").path("stage").asText())
                .isEqualTo("CONNECT");
    }

    @Test
    void row105_donors_without_consent_are_not_contactable() {
        lists.send(KAMISHIHORO, Lists.of("DN", 20, "東京都", number -> "東京都架空市見本町" + number));
        String donations = IntStream.rangeClosed(1, 20)
                .mapToObj(number -> "F-%d,DN-%04d,%s,ふるさと納税,\"%d,000円\",%s"
                        .formatted(number, number, TODAY, number, number <= 5 ? "不可" : "可"))
                .collect(Collectors.joining("\n", "寄附番号,会員番号,寄附日,活動,寄附金額,連絡可否\n", "\n"));
        assertThat(lists.sendLedger(KAMISHIHORO, list(donations))
                        .path("progress")
                        .path("created")
                        .asInt())
                .isEqualTo(20);
        JsonNode donors = actors().government(KAMISHIHORO)
                .get(Addresses.of(at().registry(), "/v1/municipalities/%s/supporters?limit=100", KAMISHIHORO))
                .expect(200)
                .json();
        assertThat(donors.path("items").findValues("mailConsent").stream().filter(JsonNode::asBoolean))
                .hasSize(15);
        assertThat(member(KAMISHIHORO, "DN-0005")
                        .path("tie")
                        .path("mailConsent")
                        .asBoolean())
                .isFalse();
        JsonNode figures = Patience.until(
                row -> row.path("classes").path("nonVisiting").path("value").asInt() == 20,
                () -> Kpi.row("level=municipality&municipality=" + KAMISHIHORO));
        assertThat(figures.path("classes").path("nonVisiting").path("value").asInt())
                .isEqualTo(20);
    }
}
