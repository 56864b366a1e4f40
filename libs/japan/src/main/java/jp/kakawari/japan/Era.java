package jp.kakawari.japan;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;

/** The eras of modern Japan (元号). */
public enum Era {
    MEIJI("明治", LocalDate.of(1868, 1, 25), 45),
    TAISHO("大正", LocalDate.of(1912, 7, 30), 15),
    SHOWA("昭和", LocalDate.of(1926, 12, 25), 64),
    HEISEI("平成", LocalDate.of(1989, 1, 8), 31),
    REIWA("令和", LocalDate.of(2019, 5, 1), 99);

    private final String ja;
    private final LocalDate firstDay;
    private final int lastYear;

    Era(String ja, LocalDate firstDay, int lastYear) {
        this.ja = ja;
        this.firstDay = firstDay;
        this.lastYear = lastYear;
    }

    /** 昭和, 昭 or S. */
    public static Era parse(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        for (Era era : values()) {
            if (upper.equals(era.ja)
                    || upper.equals(era.ja.substring(0, 1))
                    || upper.equals(era.name().substring(0, 1))) {
                return era;
            }
        }
        throw new IllegalArgumentException("Not an era of Japan: " + text);
    }

    /** The era that a day belongs to. */
    public static Era of(LocalDate day) {
        for (int i = values().length - 1; i >= 0; i--) {
            if (!day.isBefore(values()[i].firstDay)) {
                return values()[i];
            }
        }
        throw new IllegalArgumentException("Before the eras of modern Japan: " + day);
    }

    /** The year of the common era; refuses years that the era never had. */
    public int year(int yearOfEra) {
        if (yearOfEra < 1 || yearOfEra > lastYear) {
            throw new DateTimeException(ja + " has no year " + yearOfEra);
        }
        return firstDay.getYear() + yearOfEra - 1;
    }

    /** 令和元年, 令和2年 … for a day of this era. */
    public String yearName(LocalDate day) {
        int yearOfEra = day.getYear() - firstDay.getYear() + 1;
        return ja + (yearOfEra == 1 ? "元" : yearOfEra) + "年";
    }

    public String ja() {
        return ja;
    }
}
