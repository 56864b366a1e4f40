/**
 * Reading a municipality's list of supporters (名簿) as its office software exports it: which encoding, which columns, which
 * rows are people. Knows no database; constant memory for a file of any size.
 */
package jp.kakawari.registry.roster;
