/** Who is one person: what decisions make of several records, and under which key these count. */
package jp.kakawari.registry.person;
