/** Points of members (ポイント): earned and used at those who run a scheme; the account is what the ledger adds up to. */
package jp.kakawari.registry.point;
