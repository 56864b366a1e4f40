/** What regions need help with (困りごと), open to everybody; programs answer them. */
package jp.kakawari.catalog.need;
