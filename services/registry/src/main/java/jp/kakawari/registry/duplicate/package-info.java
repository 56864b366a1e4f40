/** Duplicates (名寄せ): records that may be one person are proposed, somebody decides, and the decision can be undone. */
package jp.kakawari.registry.duplicate;
