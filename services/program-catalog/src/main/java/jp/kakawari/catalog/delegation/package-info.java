/** For whom intermediaries may write programs (委任), as registry tells it. */
package jp.kakawari.catalog.delegation;
