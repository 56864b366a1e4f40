/** Code lists (コード一覧) in Japanese and English. */
package jp.kakawari.registry.codelist;
