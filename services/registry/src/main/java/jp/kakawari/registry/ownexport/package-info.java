/** A person takes out everything that is held of them (本人によるデータの書き出し). */
package jp.kakawari.registry.ownexport;
