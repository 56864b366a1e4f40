/** Membership schemes (会員制度): who runs them, which tiers they have, and every version of what their members agreed to. */
package jp.kakawari.registry.scheme;
