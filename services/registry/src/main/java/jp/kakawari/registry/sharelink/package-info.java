/** Links by which members tell others of programs (紹介リンク); what is followed is counted for the member, of whoever follows nothing is known. */
package jp.kakawari.registry.sharelink;
