/** Digests (ダイジェスト): what is new in the whole country, by mail to desks and as pages that may be forwarded. */
package jp.kakawari.registry.digest;
