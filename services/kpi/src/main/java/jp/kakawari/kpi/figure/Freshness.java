package jp.kakawari.kpi.figure;

import java.time.OffsetDateTime;

/**
 * How new the figures are.
 *
 * @param changes rows changed so far by events: the version of every figure
 * @param asOf time of the newest event heard, null before the first
 */
public record Freshness(long changes, OffsetDateTime asOf) {}
