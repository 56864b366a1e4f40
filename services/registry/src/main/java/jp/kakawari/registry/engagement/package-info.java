/**
 * The ledger of engagements (関わりの記録): dated facts, each told once by its source and corrected by status. Stage and last
 * day of a tie derive from it.
 */
package jp.kakawari.registry.engagement;
