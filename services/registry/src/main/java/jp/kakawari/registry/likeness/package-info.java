/** How much two records look like one person (名寄せ): keys that find them, and a comparison that says how sure it is and why. */
package jp.kakawari.registry.likeness;
