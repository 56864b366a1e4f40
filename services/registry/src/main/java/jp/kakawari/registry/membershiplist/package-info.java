/** What a municipality's list of memberships does in the registry: each row is one number in one scheme, as it stands. */
package jp.kakawari.registry.membershiplist;
