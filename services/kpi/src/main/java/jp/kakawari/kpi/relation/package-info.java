/**
 * The feed of relations: what is counted ({@link jp.kakawari.kpi.relation.Measure}), for which places, and which of the
 * counts may be told. Everything is computed for the whole nation and hidden there; a caller's filter only picks rows, so
 * that no two filters can be subtracted from each other.
 */
package jp.kakawari.kpi.relation;
