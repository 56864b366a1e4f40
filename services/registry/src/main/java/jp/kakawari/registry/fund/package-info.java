/** Funds (ふるさと基金) that municipalities keep for projects, with what went in and out. */
package jp.kakawari.registry.fund;
