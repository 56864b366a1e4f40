/**
 * How deep: counts of 関係人口 for the nation, each prefecture and each municipality, derived from the facts that the other
 * services tell, never incremented. It knows pseudonyms and never a person, and nothing that it answers lets a reader
 * work out a count below the threshold.
 */
package jp.kakawari.kpi;
