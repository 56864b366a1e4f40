/** Who has completed programs (修了・認定): alumni and certificates, as the ledger says. */
package jp.kakawari.registry.certificate;
