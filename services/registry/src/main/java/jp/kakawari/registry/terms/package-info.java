/** What recipients ask people to consent to (同意の条件): purpose, fields and text, in versions that everybody may read. */
package jp.kakawari.registry.terms;
