/**
 * What regions offer: programs (受入プログラム) from draft to done, the needs (困りごと) that they answer and the reports of
 * what came of them. A national search and a change feed are open to everybody; only hosts write, each its own.
 */
package jp.kakawari.catalog;
