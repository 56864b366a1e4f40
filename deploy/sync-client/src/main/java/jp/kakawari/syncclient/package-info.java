/** The municipality's side of the sync (名簿の同期): sends lists, tells in Japanese what became of them, follows changes. */
package jp.kakawari.syncclient;
