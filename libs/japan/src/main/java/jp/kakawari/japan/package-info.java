/**
 * Codes, calendars and writing of Japan as town halls use them: local government codes (全国地方公共団体コード), the
 * national list of municipalities, era dates (和暦), fiscal years (年度), names, kana, postal codes and telephone numbers.
 *
 * <p>Every {@code parse} reads what people and Excel really write (full-width digits, half-width kana, stray spaces) and
 * throws an {@link IllegalArgumentException} that says what it could not read.
 */
package jp.kakawari.japan;
