/** Offices of municipalities (役職): CKO, coordinators, ambassadors and guides, each for a term that ends by its date. */
package jp.kakawari.registry.officer;
