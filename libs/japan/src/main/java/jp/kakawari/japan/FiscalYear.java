package jp.kakawari.japan;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A fiscal year (年度): from 1 April of its year to 31 March of the next. */
public record FiscalYear(int year) implements Comparable<FiscalYear> {

    private static final Pattern COMMON = Pattern.compile("(?:FY)?(\\d{4})(?:年度)?");
    private static final Pattern ERA = Pattern.compile("(\\D{1,2})(\\d{1,2})(?:年度)?");

    /** The fiscal year of a day. */
    public static FiscalYear of(LocalDate day) {
        return new FiscalYear(day.getMonthValue() >= 4 ? day.getYear() : day.getYear() - 1);
    }

    /** Reads 2025, FY2025, 2025年度, 令和7年度, R7, 令和元年度, full-width too. */
    public static FiscalYear parse(String text) {
        String plain = Width.toAsciiWithoutSpaces(text).replace("元", "1");
        Matcher common = COMMON.matcher(plain);
        if (common.matches()) {
            return new FiscalYear(Integer.parseInt(common.group(1)));
        }
        Matcher era = ERA.matcher(plain);
        if (!era.matches()) {
            throw new IllegalArgumentException("Not a fiscal year: " + text);
        }
        try {
            return new FiscalYear(Era.parse(era.group(1)).year(Integer.parseInt(era.group(2))));
        } catch (java.time.DateTimeException impossible) {
            throw new IllegalArgumentException(impossible.getMessage(), impossible);
        }
    }

    public LocalDate firstDay() {
        return LocalDate.of(year, 4, 1);
    }

    public LocalDate lastDay() {
        return LocalDate.of(year + 1, 3, 31);
    }

    public boolean contains(LocalDate day) {
        return of(day).equals(this);
    }

    public FiscalYear next() {
        return new FiscalYear(year + 1);
    }

    /** 令和7年度; 2019 is 令和元年度, as most of it was. */
    public String ja() {
        return Era.of(lastDay()).yearName(firstDay()) + "度";
    }

    @Override
    public int compareTo(FiscalYear other) {
        return Integer.compare(year, other.year);
    }

    @Override
    public String toString() {
        return "FY" + year;
    }
}
