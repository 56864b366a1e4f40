/** Memberships (会員): which supporter is in which scheme, under which number, tier and version of its policy. */
package jp.kakawari.registry.membership;
