/** For whom intermediaries may decide on applications (委任), as registry tells it. */
package jp.kakawari.matching.delegation;
