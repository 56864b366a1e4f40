/** Keeps small counts from being told or worked out: plain functions over tables, and the versioned threshold. */
package jp.kakawari.kpi.suppression;
