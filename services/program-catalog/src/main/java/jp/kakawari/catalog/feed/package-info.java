/**
 * The change feed for partner apps and prefectures, OpenActive RPDE 1.0: whoever follows {@code next} has seen each
 * program's last state, deletions too, whatever was written meanwhile.
 */
package jp.kakawari.catalog.feed;
