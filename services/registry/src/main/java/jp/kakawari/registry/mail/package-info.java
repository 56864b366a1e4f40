/** Mail (メール) over SMTP: one letter to one person, and what became of it. */
package jp.kakawari.registry.mail;
