package jp.kakawari.registry.supporter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorrectionTest {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonReadFeature.ALLOW_SINGLE_QUOTES).build();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'address': '岐阜県飛騨市古川町'}|{'address': '岐阜県飛騨市古川町', 'prefecture': null, 'localGovernmentCode': null}",
                "{'address': '飛騨市神岡町'}|{'address': '飛騨市神岡町', 'localGovernmentCode': null}",
                "{'address': '台北市', 'country': 'TW'}|{'address': '台北市', 'country': 'TW', 'prefecture': null, 'localGovernmentCode': null}",
                "{'address': null}|{'address': null, 'prefecture': null, 'localGovernmentCode': null}",
                "{'address': '岐阜県飛騨市', 'prefecture': '19'}|{'address': '岐阜県飛騨市', 'prefecture': '19', 'localGovernmentCode': null}",
                "{'localGovernmentCode': '194425'}|{'localGovernmentCode': '194425', 'prefecture': null}",
                "{'localGovernmentCode': null}|{'localGovernmentCode': null}",
                "{'nickname': 'しょう'}|{'nickname': 'しょう'}",
            })
    void a_residence_that_followed_from_the_old_address_does_not_outlive_it(String named, String whole)
            throws Exception {
        assertThat(Correction.of(JSON.readTree("{'profile': " + named + "}")).patch())
                .isEqualTo(JSON.readTree("{'profile': " + whole + "}"));
    }
}
