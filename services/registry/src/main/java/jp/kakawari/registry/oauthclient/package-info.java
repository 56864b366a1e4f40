/** OAuth clients of member organisations (API利用クライアント): wanted here, and made so at the identity provider by a job. */
package jp.kakawari.registry.oauthclient;
