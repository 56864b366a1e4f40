/** Controlled vocabulary (コードリスト) as rows of the database, open to everybody. */
package jp.kakawari.catalog.vocabulary;
