/** What a request costs its database, in tests. */
package jp.kakawari.embedded.jdbc;
