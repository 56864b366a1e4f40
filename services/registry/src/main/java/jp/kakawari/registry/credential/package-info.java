/** Cards of members (会員証): issued, shown, verified by anybody, used for what a scheme promises, stamped and revoked. */
package jp.kakawari.registry.credential;
