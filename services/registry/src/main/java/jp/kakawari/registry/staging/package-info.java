/**
 * From rows of a list to records and events, whatever kind of record the list is of: rows are copied chunk by chunk into a
 * durable staging table and merged from there, each chunk set by set in one transaction.
 */
package jp.kakawari.registry.staging;
