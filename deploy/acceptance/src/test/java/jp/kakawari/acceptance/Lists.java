package jp.kakawari.acceptance;

import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Supporter lists as a town hall would export them. */
final class Lists {

    static final String HEADER = "会員番号,氏名,フリガナ,生年月日,都道府県,住所,電話番号,メールアドレス,メール配信同意";

    private Lists() {}

    /** A list of so many members with the address that is given for each. */
    static byte[] of(String prefix, int count, String prefecture, IntFunction<String> address) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> "%s-%04d,見本 会員%d,ミホン カイイン,昭和%d年%d月%d日,%s,%s,090-%04d-%04d,%s%04d@example.jp,はい"
                        .formatted(
                                prefix,
                                number,
                                number,
                                number % 60 + 2,
                                number % 12 + 1,
                                number % 28 + 1,
                                prefecture,
                                address.apply(number),
                                prefix.hashCode() & 0xfff,
                                number,
                                prefix,
                                number))
                .collect(Collectors.joining("\r\n", HEADER + "\r\n", "\r\n"))
                .getBytes(StandardCharsets.UTF_8);
    }
}
