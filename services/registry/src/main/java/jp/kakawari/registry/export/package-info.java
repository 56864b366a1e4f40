/** A municipality's whole list of supporters, as it leaves for a spreadsheet or a program (名簿の書き出し). */
package jp.kakawari.registry.export;
