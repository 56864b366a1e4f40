/** Whom a municipality writes to (配信対象): segments of its supporters, and who of them agreed. */
package jp.kakawari.registry.audience;
