/** A supporter's own description (プロフィール) as it goes in and out over HTTP, and how it is folded into one form. */
package jp.kakawari.registry.profile;
