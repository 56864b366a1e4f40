/** The search for duplicates (名寄せの候補さがし) in the background. */
package jp.kakawari.registry.duplicatesearch;
