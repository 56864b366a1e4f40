/** What lists of supporters (名簿) do in the registry: rows become supporters and ties, with their personal data sealed. */
package jp.kakawari.registry.supporterlist;
