/** What became of programs, told by their hosts (活動報告). */
package jp.kakawari.catalog.report;
