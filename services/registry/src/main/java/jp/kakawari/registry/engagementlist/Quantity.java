package jp.kakawari.registry.engagementlist;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kakawari.contracts.registry.EngagementRecorded.Unit;
import jp.kakawari.japan.Width;

/**
 * A number as people write it: 10,000円, ￥10000, △50pt, 2.5時間.
 *
 * @param unit as the cell says, null where it doesn't
 */
record Quantity(BigDecimal number, Unit unit) {

    private static final Pattern FORM =
            Pattern.compile("([-△▲]?)[¥￥\\\\]?(\\d{1,3}(?:,\\d{3}){1,3}|\\d{1,12})(\\.\\d{1,3})?([^\\d.,]*)");

    /** @throws IllegalArgumentException when it is no number, or one of an unknown unit */
    static Quantity parse(String text) {
        Matcher form = FORM.matcher(plain(text));
        if (!form.matches()) {
            throw new IllegalArgumentException("not a quantity");
        }
        String decimals = form.group(3) == null ? "" : form.group(3);
        BigDecimal number = new BigDecimal(form.group(2).replace(",", "") + decimals);
        return new Quantity(
                form.group(1).isEmpty() ? number : number.negate(),
                form.group(4).isEmpty() ? null : unit(form.group(4)));
    }

    /** @throws IllegalArgumentException for a word that is no unit */
    static Unit unit(String text) {
        return switch (plain(text).toUpperCase(Locale.ROOT)) {
            case "円", "YEN", "JPY" -> Unit.YEN;
            case "ポイント", "PT", "P", "POINT", "POINTS" -> Unit.POINTS;
            case "個", "点", "件", "品", "枚", "本", "ITEM", "ITEMS" -> Unit.ITEMS;
            case "回", "度", "TIME", "TIMES" -> Unit.TIMES;
            case "時間", "H", "HOUR", "HOURS" -> Unit.HOURS;
            case "日", "日間", "DAY", "DAYS" -> Unit.DAYS;
            default -> throw new IllegalArgumentException("not a unit");
        };
    }

    private static String plain(String text) {
        return Width.toAsciiWithoutSpaces(Normalizer.normalize(Width.toAscii(text), Normalizer.Form.NFKC));
    }
}
