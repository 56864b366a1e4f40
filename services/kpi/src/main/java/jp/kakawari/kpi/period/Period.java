package jp.kakawari.kpi.period;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import jp.kakawari.japan.FiscalYear;

/**
 * A month ({@code 2026-11}) or a fiscal year (年度, {@code FY2026}: April to March) of days in Japanese time.
 *
 * @param from its first day
 * @param until the first day after it
 */
public record Period(LocalDate from, LocalDate until) {

    /** Reads a month or a fiscal year; {@code 令和8年度} and {@code 2026年度} too. */
    public static Period parse(String text) {
        try {
            return text.matches("[0-9]{4}-[0-9]{2}") ? of(YearMonth.parse(text)) : of(FiscalYear.parse(text));
        } catch (DateTimeException noMonth) {
            throw new IllegalArgumentException("Neither a month nor a fiscal year: " + text, noMonth);
        }
    }

    public static Period of(YearMonth month) {
        return new Period(month.atDay(1), month.plusMonths(1).atDay(1));
    }

    public static Period of(FiscalYear year) {
        return new Period(year.firstDay(), year.next().firstDay());
    }

    public boolean isFiscalYear() {
        return from.plusYears(1).equals(until);
    }

    /** The fiscal year that it is or lies in. */
    public FiscalYear fiscalYear() {
        return FiscalYear.of(from);
    }

    /** The twelve months of its fiscal year, April first. */
    public List<Period> months() {
        YearMonth april = YearMonth.from(fiscalYear().firstDay());
        return IntStream.range(0, 12).mapToObj(i -> of(april.plusMonths(i))).toList();
    }

    @Override
    @JsonValue
    public String toString() {
        return isFiscalYear() ? fiscalYear().toString() : YearMonth.from(from).toString();
    }
}
