/** Municipalities (市区町村): the national list, and what each may see of its own supporters. */
package jp.kakawari.registry.municipality;
