package jp.kakawari.japan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MunicipalitiesTest {

    @ParameterizedTest
    @CsvSource({
        "山梨県, 山梨県北都留郡小菅村4698, 小菅村",
        "山梨県, 小菅村4698, 小菅村",
        "岐阜県, 岐阜県 飛騨市古川町本町2-22, 飛騨市",
        "福島県, 福島県郡山市朝日1-23-7, 郡山市",
        "愛知県, 蒲郡市旭町17番1号, 蒲郡市",
        "北海道, 北海道上川郡上川町南町180, 上川町",
        "東京都, 東京都港区芝公園1-5-25, 港区",
        "大阪府, 大阪府大阪市北区中之島1-3-20, 大阪市",
        "千葉県, 千葉県鎌ヶ谷市新鎌ケ谷2-6-1, 鎌ケ谷市",
    })
    void findsTheMunicipalityInAnAddress(String prefecture, String address, String name) {
        assertThat(Municipalities.findInAddress(Prefecture.parse(prefecture), address)
                        .orElseThrow()
                        .name())
                .isEqualTo(name);
    }

    @Test
    void findsEveryMunicipalityByPrefectureAndName() {
        assertThat(Municipalities.all())
                .allSatisfy(municipality -> assertThat(Municipalities.findInAddress(
                                municipality.prefecture(),
                                municipality.prefecture().ja() + municipality.name() + "1-1"))
                        .contains(municipality));
    }

    @Test
    void findsNothingInAnAddressOfNowhere() {
        assertThat(Municipalities.findInAddress(Prefecture.TOKYO, "東京都架空市見本町7－4"))
                .isEmpty();
        assertThat(Municipalities.findInAddress(Prefecture.TOKYO, "")).isEmpty();
        assertThat(Prefecture.find("架空県")).isEmpty();
        assertThat(Prefecture.ofAddress(" 東京都架空市")).contains(Prefecture.TOKYO);
    }

    @Test
    void futabaHasNoCensusPopulation() {
        assertThat(Municipalities.all())
                .filteredOn(municipality -> municipality.population().isEmpty())
                .extracting(Municipality::name)
                .containsExactly("双葉町");
    }

    @Test
    void thePrefecturesShareTheWholeList() {
        int sum = 0;
        for (Prefecture prefecture : Prefecture.values()) {
            sum += Municipalities.inPrefecture(prefecture).size();
        }
        assertThat(sum).isEqualTo(1741);
    }
}
