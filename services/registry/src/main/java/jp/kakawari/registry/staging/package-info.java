/**
 * From rows of a list to supporters, ties and events: rows are copied into a durable staging table with their personal data
 * sealed, then merged set by set in one transaction.
 */
package jp.kakawari.registry.staging;
