/** Who the members of a scheme are, in sums (会員の統計): age bands and what the joining questions kept. */
package jp.kakawari.registry.schemestatistics;
