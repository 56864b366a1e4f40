package jp.kakawari.japan;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The 47 prefectures (都道府県) in the order of their codes. */
public enum Prefecture {
    HOKKAIDO("北海道", "Hokkaido"),
    AOMORI("青森県", "Aomori"),
    IWATE("岩手県", "Iwate"),
    MIYAGI("宮城県", "Miyagi"),
    AKITA("秋田県", "Akita"),
    YAMAGATA("山形県", "Yamagata"),
    FUKUSHIMA("福島県", "Fukushima"),
    IBARAKI("茨城県", "Ibaraki"),
    TOCHIGI("栃木県", "Tochigi"),
    GUNMA("群馬県", "Gunma"),
    SAITAMA("埼玉県", "Saitama"),
    CHIBA("千葉県", "Chiba"),
    TOKYO("東京都", "Tokyo"),
    KANAGAWA("神奈川県", "Kanagawa"),
    NIIGATA("新潟県", "Niigata"),
    TOYAMA("富山県", "Toyama"),
    ISHIKAWA("石川県", "Ishikawa"),
    FUKUI("福井県", "Fukui"),
    YAMANASHI("山梨県", "Yamanashi"),
    NAGANO("長野県", "Nagano"),
    GIFU("岐阜県", "Gifu"),
    SHIZUOKA("静岡県", "Shizuoka"),
    AICHI("愛知県", "Aichi"),
    MIE("三重県", "Mie"),
    SHIGA("滋賀県", "Shiga"),
    KYOTO("京都府", "Kyoto"),
    OSAKA("大阪府", "Osaka"),
    HYOGO("兵庫県", "Hyogo"),
    NARA("奈良県", "Nara"),
    WAKAYAMA("和歌山県", "Wakayama"),
    TOTTORI("鳥取県", "Tottori"),
    SHIMANE("島根県", "Shimane"),
    OKAYAMA("岡山県", "Okayama"),
    HIROSHIMA("広島県", "Hiroshima"),
    YAMAGUCHI("山口県", "Yamaguchi"),
    TOKUSHIMA("徳島県", "Tokushima"),
    KAGAWA("香川県", "Kagawa"),
    EHIME("愛媛県", "Ehime"),
    KOCHI("高知県", "Kochi"),
    FUKUOKA("福岡県", "Fukuoka"),
    SAGA("佐賀県", "Saga"),
    NAGASAKI("長崎県", "Nagasaki"),
    KUMAMOTO("熊本県", "Kumamoto"),
    OITA("大分県", "Oita"),
    MIYAZAKI("宮崎県", "Miyazaki"),
    KAGOSHIMA("鹿児島県", "Kagoshima"),
    OKINAWA("沖縄県", "Okinawa");

    private static final Map<String, Prefecture> BY_NAME = byName();

    private final String ja;
    private final String en;
    private final String number;
    private final LocalGovernmentCode code;

    Prefecture(String ja, String en) {
        this.ja = ja;
        this.en = en;
        this.number = "%02d".formatted(ordinal() + 1);
        this.code = LocalGovernmentCode.parse(number + "000");
    }

    private static Map<String, Prefecture> byName() {
        Map<String, Prefecture> names = new HashMap<>();
        for (Prefecture prefecture : values()) {
            for (String name : List.of(
                    prefecture.ja,
                    prefecture.shortName(),
                    prefecture.en.toUpperCase(Locale.ROOT),
                    prefecture.number,
                    prefecture.code.value())) {
                names.put(name, prefecture);
            }
        }
        return Map.copyOf(names);
    }

    /** Reads 岐阜県, 岐阜, Gifu, 21 or 210005, full-width too. */
    public static Optional<Prefecture> find(String text) {
        return Optional.ofNullable(BY_NAME.get(Width.toAsciiWithoutSpaces(text).toUpperCase(Locale.ROOT)));
    }

    /** Like {@link #find}, for callers to whom anything else is an error. */
    public static Prefecture parse(String text) {
        return find(text).orElseThrow(() -> new IllegalArgumentException("Not a prefecture of Japan: " + text));
    }

    /** The prefecture that an address begins with. */
    public static Optional<Prefecture> ofAddress(String address) {
        String trimmed = Width.trim(address);
        for (Prefecture prefecture : values()) {
            if (trimmed.startsWith(prefecture.ja)) {
                return Optional.of(prefecture);
            }
        }
        return Optional.empty();
    }

    static Prefecture ofNumber(int number) {
        return values()[number - 1];
    }

    /** 岐阜県. */
    public String ja() {
        return ja;
    }

    /** Gifu. */
    public String en() {
        return en;
    }

    /** 岐阜; 北海道 stays itself. */
    public String shortName() {
        return this == HOKKAIDO ? ja : ja.substring(0, ja.length() - 1);
    }

    /** The two digits of JIS X 0401: 21. */
    public String number() {
        return number;
    }

    /** The six-digit code of the prefecture itself: 210005. */
    public LocalGovernmentCode code() {
        return code;
    }
}
