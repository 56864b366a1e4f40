/** A person proves that an e-mail address is theirs (メールアドレスの確認): by a code that went there. */
package jp.kakawari.registry.verification;
