/** Announcements (お知らせ): told by municipalities, read by everybody, by supporters or by members, and followed as feeds. */
package jp.kakawari.registry.announcement;
