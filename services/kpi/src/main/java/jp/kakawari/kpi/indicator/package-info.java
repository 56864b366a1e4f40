/**
 * 指標: shares computed from the told figures.
 */
package jp.kakawari.kpi.indicator;
