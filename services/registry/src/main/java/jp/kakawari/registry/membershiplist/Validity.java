package jp.kakawari.registry.membershiplist;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kakawari.japan.EraDate;
import jp.kakawari.registry.roster.Column;

/**
 * How long a row says that its membership is valid (有効期限).
 *
 * @param lastDay null: without end
 */
record Validity(LocalDate lastDay) {

    private static final Set<String> ENDLESS = Stream.of("無期限", "期限なし", "期限無し", "なし", "無し", "永年", "永久", "終身", "無制限")
            .map(Column::key)
            .collect(Collectors.toSet());

    /** @throws IllegalArgumentException when it is neither a date nor a word for none */
    static Validity parse(String text) {
        return new Validity(ENDLESS.contains(Column.key(text)) ? null : EraDate.parse(text));
    }

    /** So many months from that day on, to the last of them; null months are without end. */
    static Validity of(LocalDate from, Integer months) {
        return new Validity(months == null ? null : from.plusMonths(months).minusDays(1));
    }
}
