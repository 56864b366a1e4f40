/** Agreements (連携協約・連携協定) between member organisations, which open and close on their dates what the parties share. */
package jp.kakawari.registry.agreement;
