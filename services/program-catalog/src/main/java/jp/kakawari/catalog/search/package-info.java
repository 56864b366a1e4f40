/** The national search (検索): full text, filters, facets, keyset pages. One query a page; open to everybody. */
package jp.kakawari.catalog.search;
