/** Personal data (個人情報): sealed, found through keyed hashes, and read under record. */
package jp.kakawari.registry.personal;
