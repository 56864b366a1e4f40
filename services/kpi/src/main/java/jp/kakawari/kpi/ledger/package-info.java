/**
 * What the other services told, kept as rows: each subscription takes a batch in as a set and keeps only what is newer
 * than what it knows, so that duplicates, disorder and replays change nothing.
 */
package jp.kakawari.kpi.ledger;
