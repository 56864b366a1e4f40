/**
 * The places that are counted for, and who may see which of them.
 */
package jp.kakawari.kpi.place;
