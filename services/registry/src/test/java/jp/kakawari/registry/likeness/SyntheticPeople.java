package jp.kakawari.registry.likeness;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import jp.kakawari.registry.personal.Personal;
import jp.kakawari.registry.personal.Personal.Gender;

/**
 * Made-up people as they stand in lists: in households that share a name, an address and often a telephone, now and then
 * twins; and the same people once more, as another clerk wrote them some years later.
 */
public final class SyntheticPeople {

    private static final String[] FIRST =
            ("佐サ 高タカ 田タ 渡ワタ 山ヤマ 中ナカ 小コ 斉サイ 浜ハマ 沢サワ 広ヒロ 桜サクラ 国クニ 島シマ 大オオ 松マツ 井イ 木キ 林ハヤシ 清シ "
                            + "西ニシ 森モリ 池イケ 石イシ 村ムラ 竹タケ 岡オカ 金カネ 原ハラ 藤フジ 上ウエ 平ヒラ 宮ミヤ 野ノ 川カワ 水ミズ 東ヒガシ 長ナガ 谷タニ 青アオ")
                    .split(" ");
    private static final String[] SECOND =
            ("藤トウ 橋ハシ 中ナカ 辺ナベ 本モト 村ムラ 林バヤシ 口グチ 田ダ 崎ザキ 島ジマ 川カワ 井イ 野ノ 沢ザワ 水ミズ 原ハラ 岡オカ 谷タニ 山ヤマ "
                            + "木キ 石イシ 浜ハマ 内ウチ 尾オ 下シタ 上カミ 戸ト 部ベ 塚ツカ")
                    .split(" ");
    private static final String[] GIVEN_FIRST =
            ("翔ショウ 陽ヨウ 健ケン 美ミ 和カズ 正マサ 直ナオ 真マ 裕ユウ 幸ユキ 明アキ 義ヨシ 智トモ 弘ヒロ 千チ 良リョウ 由ユ 貴タカ 隆タカシ "
                            + "恵ケイ 久ヒサ 俊トシ 雅ミヤビ 敏トシ 克カツ 光ミツ 芳ヨシ 秀ヒデ 康ヤス 信ノブ")
                    .split(" ");
    private static final String[] GIVEN_SECOND =
            ("太タ 子コ 一イチ 美ミ 介スケ 香カ 雄オ 代ヨ 男オ 江エ 郎ロウ 紀キ 樹キ 里リ 人ト 奈ナ 也ヤ 恵エ 彦ヒコ 穂ホ 哉ヤ 乃ノ 平ヘイ 菜ナ 吾ゴ " + "音ネ 斗ト 世ヨ 輔スケ 花カ")
                    .split(" ");
    private static final String[] VARIANTS = "辺邊 高髙 崎﨑 沢澤 島嶋 斉齋 浜濱 桜櫻 国國 広廣 真眞 恵惠 穂穗".split(" ");

    private final SplittableRandom random;

    public SyntheticPeople(long seed) {
        this.random = new SplittableRandom(seed);
    }

    private record Name(String kanji, String kana) {}

    /** So many people, in households of one to four. */
    public List<Personal> people(int count) {
        List<Personal> people = new ArrayList<>(count);
        while (people.size() < count) {
            List<Personal> household = household(1 + random.nextInt(4));
            people.addAll(household.subList(0, Math.min(household.size(), count - people.size())));
        }
        return people;
    }

    Personal somebody() {
        return household(1).getFirst();
    }

    private List<Personal> household(int size) {
        Name family = name(FIRST, SECOND);
        String address = address();
        String landline = random.nextInt(3) == 0 ? phone("03") : null;
        boolean twins = size > 2 && random.nextInt(30) == 0;
        List<Personal> household = new ArrayList<>();
        LocalDate last = null;
        for (int i = 0; i < size; i++) {
            last = twins && i == size - 1 ? last : birthDate();
            household.add(member(family, last, address, landline));
        }
        return household;
    }

    private Personal member(Name family, LocalDate birthDate, String address, String landline) {
        Name given = name(GIVEN_FIRST, GIVEN_SECOND);
        boolean kana = random.nextInt(20) > 0;
        return new Personal(
                family.kanji(),
                given.kanji(),
                kana ? family.kana() : null,
                kana ? given.kana() : null,
                null,
                random.nextInt(20) == 0 ? null : birthDate,
                random.nextInt(4) == 0 ? null : random.nextBoolean() ? Gender.FEMALE : Gender.MALE,
                null,
                random.nextInt(20) == 0 ? null : address,
                landline != null ? landline : random.nextInt(8) == 0 ? null : phone("090"),
                random.nextBoolean() ? null : "m" + random.nextInt(Integer.MAX_VALUE) + "@example.jp",
                null,
                null);
    }

    /** The same person, as they stand in another list. */
    public Personal again(Personal person) {
        boolean married = random.nextInt(30) == 0;
        Name family = married ? name(FIRST, SECOND) : new Name(variant(person.familyName()), person.familyNameKana());
        boolean kana = person.familyNameKana() != null && random.nextInt(20) > 0;
        boolean moved = random.nextInt(4) == 0;
        boolean changedPhone = random.nextInt(3) == 0;
        boolean changedMail = random.nextInt(2) == 0;
        return new Personal(
                family.kanji(),
                variant(person.givenName()),
                kana ? family.kana() : null,
                kana ? person.givenNameKana() : null,
                null,
                random.nextInt(40) == 0 ? slip(person.birthDate()) : person.birthDate(),
                person.gender(),
                null,
                moved ? address() : person.address(),
                changedPhone ? phone("080") : person.phone(),
                changedMail ? null : person.email(),
                null,
                null);
    }

    private LocalDate slip(LocalDate birthDate) {
        return birthDate == null || birthDate.getDayOfMonth() > 27 ? birthDate : birthDate.plusDays(1);
    }

    private String variant(String text) {
        String written = text;
        for (String variants : VARIANTS) {
            if (random.nextInt(3) == 0) {
                written = written.replace(variants.charAt(0), variants.charAt(1));
            }
        }
        return written;
    }

    /** The first ones are the most common. */
    private Name name(String[] first, String[] second) {
        String one = first[(int) (first.length * Math.pow(random.nextDouble(), 1.3))];
        String other = second[(int) (second.length * Math.pow(random.nextDouble(), 1.3))];
        return new Name(one.substring(0, 1) + other.charAt(0), one.substring(1) + other.substring(1));
    }

    private LocalDate birthDate() {
        return LocalDate.of(1940, 1, 1).plusDays(random.nextInt(25_000));
    }

    private String address() {
        return "東京都見本区見本町" + (1 + random.nextInt(99)) + "-" + (1 + random.nextInt(99)) + "-"
                + (1 + random.nextInt(999));
    }

    private String phone(String begin) {
        return begin + "-%04d-%04d".formatted(random.nextInt(10_000), random.nextInt(10_000));
    }
}
