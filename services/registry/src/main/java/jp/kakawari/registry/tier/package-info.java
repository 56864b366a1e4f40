/** Tiers of members (会員種別) as rules over the ledger: who rises, who falls, and when that is looked at again. */
package jp.kakawari.registry.tier;
