/** What partners offer to those who go to a program (交通・宿泊等の提供). */
package jp.kakawari.catalog.offer;
