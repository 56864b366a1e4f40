/**
 * 関係人口フィード: the figures of places as JSON and CSV, and their definitions.
 */
package jp.kakawari.kpi.feed;
