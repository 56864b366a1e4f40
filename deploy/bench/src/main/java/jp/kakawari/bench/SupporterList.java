package jp.kakawari.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;

/** A made-up list of supporters as Excel writes it (windows-31j): every row another person, the same ones each time. */
record SupporterList(int rows, int edition) {

    private static final Charset WINDOWS_31J = Charset.forName("windows-31j");
    private static final String[] FAMILY = {
        "佐藤,サトウ", "鈴木,スズキ", "髙橋,タカハシ", "田中,ﾀﾅｶ", "渡邊,ワタナベ", "伊藤,イトウ", "山本,ヤマモト", "﨑山,サキヤマ"
    };
    private static final String[] GIVEN = {"翔,ショウ", "葵,あおい", "蓮,レン", "陽菜,ヒナ", "湊,ミナト", "結衣,ユイ", "大和,ヤマト", "凛,リン"};
    private static final String[] PLACE = {
        "東京都,架空市見本町", "愛知県,名古屋市中区見本", "大阪府,大阪市北区架空", "岐阜県,岐阜市見本町", "富山県,富山市架空", "神奈川県,横浜市西区見本"
    };
    private static final String[] SKILL = {"", "翻訳", "翻訳、林業", "", "イベント運営", "", "写真、デザイン", ""};
    private static final String[] ORIGIN = {"祭りに参加", "観光で訪れた", "ふるさと納税", "友人の紹介", "出身", ""};

    /** Writes it and returns how many bytes it has. */
    long writeTo(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, WINDOWS_31J)) {
            out.write("会員番号,氏名,フリガナ,生年月日,性別,郵便番号,都道府県,住所,電話番号,メールアドレス,できること,関わりのきっかけ,登録日,メール配信同意,備考\r\n");
            for (int i = 0; i < rows; i++) {
                out.write(row(i));
            }
        }
        return Files.size(file);
    }

    private String row(int i) {
        String[] family = FAMILY[i % 8].split(",");
        String[] given = GIVEN[i / 8 % 8].split(",");
        String[] place = PLACE[i % 6].split(",");
        return "BN-%07d,%s　%s,%s %s,%d/%d/%d,%d,%07d,%s,%s%d－%d,0%d-%04d-%04d,member%07d@example.jp,%s,%s,%d/%02d/%02d,%s,%s\r\n"
                .formatted(
                        i,
                        family[0],
                        given[0],
                        family[1],
                        given[1],
                        1940 + i % 65,
                        1 + i % 12,
                        1 + i % 28,
                        1 + i % 2,
                        1000000 + i % 8000000,
                        place[0],
                        place[1],
                        1 + i % 90 + edition,
                        1 + i % 30,
                        90 - i % 3 * 10,
                        i / 10000 % 10000,
                        i % 10000,
                        i,
                        SKILL[i % 8],
                        ORIGIN[i % 6],
                        2015 + i % 10,
                        1 + i % 12,
                        1 + i % 28,
                        i % 3 == 0 ? "×" : "○",
                        i % 5 == 0 ? "DM希望" : "");
    }
}
