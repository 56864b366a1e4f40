/**
 * What is counted ({@link jp.kakawari.kpi.figure.Measure}), and which of the counts may be told. Everything is counted for the
 * whole nation and hidden there; a caller's filter only picks rows, so that no two filters can be subtracted from each
 * other.
 */
package jp.kakawari.kpi.figure;
