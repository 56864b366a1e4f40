package jp.kakawari.kpi.suppression;

import java.time.LocalDate;

/**
 * The rule in force (秘匿基準), a versioned row.
 *
 * @param threshold the smallest count, other than 0, that may be told
 * @param reportingSince first day of the first fiscal year that is reported; what came before shows only in totals
 */
public record SuppressionPolicy(int version, int threshold, LocalDate reportingSince) {}
