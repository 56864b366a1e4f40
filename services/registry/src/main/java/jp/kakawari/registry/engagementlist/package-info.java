/** What a municipality's ledger does in the registry when it comes as a list: each transaction enters once, stages follow. */
package jp.kakawari.registry.engagementlist;
